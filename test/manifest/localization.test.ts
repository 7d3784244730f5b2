import { MENU, findCommand } from "../../bot/commands/registry";
import { ALL_MESSAGES, type Messages } from "../../bot/locales/messages";
import { parseRequest } from "../../src/request/parse-request";
import { quotedIn } from "../bot/locales/leaves";
import { faultsOf, localizableTexts, manifest, readText, toSchemaUrl } from "./read-manifest";

const MAX_CHARACTERS: Record<string, number> = {
  "name.short": 30,
  "name.full": 100,
  "description.short": 80,
  "description.full": 4000,
};

// The schema allows 128 and 4,000 characters for commands. Older schemas, and one line of the menu, allow 32 and 128.
const MAX_TITLE = 32;
const MAX_DESCRIPTION = 128;

const BEFORE = "@Rendezvous ";
const NOW = new Date("2026-11-18T09:00:00Z");

type Texts = Record<string, string>;

const { defaultLanguageTag, additionalLanguages } = manifest.localizationInfo;
const BY_TAG = new Map(ALL_MESSAGES.map((words) => [words.language.toLowerCase(), words]));
const TRANSLATIONS = additionalLanguages.map(({ languageTag, file }) => {
  const { $schema, ...texts } = JSON.parse(readText(`manifest/${file}`)) as Texts;
  return [languageTag, texts, $schema] as const;
});
const TEXTS = [
  [defaultLanguageTag, localizableTexts()] as const,
  ...TRANSLATIONS.map(([tag, texts]) => [tag, texts] as const),
];

function toCommandTexts(
  commands: readonly { title: string; description: string }[],
  path = "bots[0].commandLists[0].commands",
): Texts {
  return Object.fromEntries(
    commands.flatMap(({ title, description }, index) => [
      [`${path}[${index}].title`, title],
      [`${path}[${index}].description`, description],
    ]),
  );
}

function wordsOf(tag: string): Messages {
  const words = BY_TAG.get(tag);
  if (!words) throw new Error(`the bot has no words in ${tag}`);
  return words;
}

test("the manifest is in English, and has a file for every other language of the bot", () => {
  expect(defaultLanguageTag).toBe("en");
  const tags = additionalLanguages.map(({ languageTag }) => languageTag);
  expect(["en", ...tags].toSorted()).toEqual([...BY_TAG.keys()].toSorted());
  expect(additionalLanguages.map(({ file }) => file)).toEqual(tags.map((tag) => `${tag}.json`));
});

test.each(TRANSLATIONS)(
  "%s passes Microsoft's schema, and fails it when broken",
  (_tag, texts, url) => {
    const name = "MicrosoftTeams.Localization";
    expect(url).toBe(toSchemaUrl(name));
    expect(faultsOf(texts, name)).toEqual([]);
    expect(faultsOf({ ...texts, "bots[1].title": "x" }, name)).not.toEqual([]);
  },
);

test.each(TRANSLATIONS)("%s has the same texts as the manifest", (_tag, texts) => {
  expect(Object.keys(texts)).toEqual(Object.keys(localizableTexts()));
  expect(JSON.stringify(texts)).not.toContain("${{");
});

test.each(TEXTS)("%s has the bot's own commands, in the registry's order", (tag, texts) => {
  const { commands } = wordsOf(tag);
  expect(texts).toMatchObject(toCommandTexts(MENU.map(({ name }) => commands[name])));
});

test.each(TEXTS)("%s names the message extension's commands as the bot does", (tag, texts) => {
  const { meet, meetAbout, meetings } = wordsOf(tag).extensionCommands;
  const { parameter, ...search } = meetings;
  expect(texts).toMatchObject({
    ...toCommandTexts([meet, meetAbout, search], "composeExtensions[0].commands"),
    ...toCommandTexts([parameter], "composeExtensions[0].commands[2].parameters"),
  });
});

// The bot's own texts say “@Rendezvous”.
test.each(TEXTS)("%s calls the bot Rendezvous", (_tag, texts) => {
  expect(texts["name.short"]).toBe("Rendezvous");
});

test.each(TEXTS)("%s quotes examples in a form that can be typed", (tag, texts) => {
  const quotes = quotedIn(texts["description.full"] ?? "");
  const typed = quotes.filter((quoted) => quoted.startsWith(BEFORE));
  expect(typed.length).toBeGreaterThan(1);
  for (const quoted of typed) {
    const called = findCommand([quoted.slice(BEFORE.length)]);
    const request = { now: NOW, timeZone: "UTC", locale: tag };
    expect(called?.command.name).toBe("meet");
    expect(parseRequest(called?.words ?? [], request)).toMatchObject({ ok: true });
  }
});

test.each(TEXTS)(
  "%s describes the compose box, links and private answers by their names",
  (tag, texts) => {
    const { extensionCommands, commands, links, privately } = wordsOf(tag);
    const description = texts["description.full"] ?? "";
    expect(quotedIn(description)).toEqual(
      expect.arrayContaining([
        ...Object.values(extensionCommands).map(({ title }) => title),
        `/${commands.meet.title}`,
      ]),
    );
    expect(description).toContain(links.copy);
    expect(description).toContain(privately.postHere);
  },
);

test.each(TEXTS)("%s is short enough for Teams to show in full", (_tag, texts) => {
  const tooLong = Object.entries(texts).filter(([key, text]) => text.length > toMax(key));
  expect(tooLong).toEqual([]);
});

function toMax(key: string): number {
  return MAX_CHARACTERS[key] ?? (key.endsWith(".title") ? MAX_TITLE : MAX_DESCRIPTION);
}
