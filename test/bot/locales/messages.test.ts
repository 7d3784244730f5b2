import { COMMANDS, findCommand } from "../../../bot/commands/registry";
import {
  ALL_MESSAGES,
  TRANSLATIONS,
  messagesFor,
  type Translation,
} from "../../../bot/locales/messages";
import { leavesOf, sampleOf, wordsOf, type Leaf } from "./leaves";

const LANGUAGES = ALL_MESSAGES.map((messages) => [messages.language, messages] as const);
const TRANSLATED = LANGUAGES.filter(([language]) => language !== "en");
const english = messagesFor("en");
const originals = new Map(leavesOf(english).map((leaf) => [leaf.path, leaf]));

/** Texts that can be the same in English and another language. */
const SHARED = new Set([
  "Microsoft Teams",
  "Outlook",
  "#design",
  "bo@contoso.com, chen@contoso.com",
  "Options",
  "options",
  "Date",
  "21 minutes",
  "login",
  "logout",
]);

/** Lists wrong texts as `path: text`. */
function findTexts(messages: Translation, isWrong: (leaf: Leaf) => boolean): string[] {
  return leavesOf(messages)
    .filter(isWrong)
    .map(({ path, text }) => `${path}: ${text}`);
}

describe("choosing the language", () => {
  test.each([
    ["en-US", "en"],
    ["fr", "fr"],
    ["fr-CA", "fr"],
    ["FR-be", "fr"],
    ["ru", "ru"],
    ["ru-RU", "ru"],
  ])("%s gets messages in %s", (locale, language) => {
    expect(messagesFor(locale).language).toBe(language);
  });

  test.each(["is-IS", "", "-", "x", "fra", "fr_FR", "€", " ru"])(
    "%j isn't supported and gets English",
    (locale) => {
      expect(messagesFor(locale)).toBe(english);
    },
  );
});

describe.each(LANGUAGES)("the texts in %s", (_language, messages) => {
  test("aren't empty and contain no code", () => {
    const broken = /^\s*$|undefined|null|NaN|\[object|[{}]/;
    expect(findTexts(messages, ({ text }) => broken.test(text))).toEqual([]);
  });

  test("contain every value that they use", () => {
    expect(
      findTexts(messages, ({ text, values }) =>
        values.some((value) => !text.includes(sampleOf(value))),
      ),
    ).toEqual([]);
  });

  test("have typographic quotes, apostrophes and ellipses", () => {
    expect(findTexts(messages, ({ text }) => /["'`]|\.\.\./.test(text))).toEqual([]);
  });

  test("have no extra spaces", () => {
    expect(
      findTexts(
        messages,
        ({ path, text }) => path !== "card.comma" && /\s\s|^\s|\s$|\s[.,]/.test(text),
      ),
    ).toEqual([]);
  });

  test("say when to try again, even if Teams doesn't", () => {
    const { throttled } = messages.errors;
    expect(throttled({ wait: "40 s" })).toContain("40 s");
    expect(throttled({})).not.toMatch(/undefined|\s[.。]/);
    expect(throttled({ wait: undefined })).toBe(throttled({}));
  });

  test("call the buttons by their names", () => {
    const { card, meet, help, refresh, unknownText } = messages;
    expect(unknownText.nothing).toContain(meet.button);
    for (const text of [card.noLink, refresh.slow]) expect(text).toContain(card.refresh);
    expect(unknownText.nothing).toContain(help.button);
    expect(messages.privately.notPosted).toContain(messages.privately.postHere);
  });
});

describe.each(Object.entries(TRANSLATIONS))("%s", (_language, translation) => {
  test("lacks no text", () => {
    const translated = new Set(leavesOf(translation).map(({ path }) => path));
    expect([...originals.keys()].filter((path) => !translated.has(path))).toEqual([]);
  });

  test("leaves no English text", () => {
    expect(
      findTexts(
        translation,
        (leaf) =>
          leaf.text === originals.get(leaf.path)?.text &&
          /\p{L}/u.test(wordsOf(leaf)) &&
          !SHARED.has(leaf.text),
      ),
    ).toEqual([]);
  });
});

describe.each(TRANSLATED)("the translation into %s", (_language, messages) => {
  test("uses the same values as English", () => {
    expect(
      findTexts(
        messages,
        ({ path, values }) => values.join() !== originals.get(path)?.values.join(),
      ),
    ).toEqual([]);
  });

  test("has as many lines as English", () => {
    expect(
      findTexts(
        messages,
        ({ path, text }) =>
          text.split("\n").length !== originals.get(path)?.text.split("\n").length,
      ),
    ).toEqual([]);
  });
});

describe.each(LANGUAGES)("the commands in %s", (_language, { commands }) => {
  test.each(Object.entries(commands))("%s is found by its title", (name, { title }) => {
    expect(findCommand([title])?.command.name).toBe(name);
    expect(findCommand([`/${title.toUpperCase()}!`])?.command.name).toBe(name);
    expect(findCommand([title.normalize("NFD")])?.command.name).toBe(name);
  });

  test("have titles of one lowercase word, and fit into Teams' menu", () => {
    for (const { title, description } of Object.values(commands)) {
      expect(title).toBe(title.toLowerCase());
      expect(title).toMatch(/^[\p{L}\p{M}]{1,32}$/u);
      // https://learn.microsoft.com/microsoft-365/extensibility/schema/root-bots-command-lists-commands
      expect(description.length).toBeLessThanOrEqual(128);
    }
  });

  test("are complete", () => {
    expect(Object.keys(commands).toSorted()).toEqual(COMMANDS.map(({ name }) => name).toSorted());
  });
});

test("French has non-breaking spaces before its punctuation", () => {
  const loose = /[^\u00A0][;?!»]|«[^\u00A0]| [:;?!»]|\p{L}: /u;
  expect(findTexts(messagesFor("fr"), ({ text }) => loose.test(text))).toEqual([]);
});

test("Russian spells out ё", () => {
  const plain =
    /(?<!\p{L})(?:еще|ее|мое|свое|вперед|приглашен|включен|отключен|ждет|учетн\p{L}*)(?!\p{L})/iu;
  expect(findTexts(messagesFor("ru"), ({ text }) => plain.test(text))).toEqual([]);
});

test("Russian uses its three plural forms", () => {
  const { card, roomsCard } = messagesFor("ru");
  const counts = [1, 2, 5, 21];
  expect(counts.map((count) => card.others({ count }))).toEqual([
    "ещё 1 человек",
    "ещё 2 человека",
    "ещё 5 человек",
    "ещё 21 человек",
  ]);
  expect(counts.map((count) => roomsCard.more({ count }))).toEqual([
    "И ещё 1 собрание",
    "И ещё 2 собрания",
    "И ещё 5 собраний",
    "И ещё 21 собрание",
  ]);
});

test("French uses the singular for 0 and 1", () => {
  const { others } = messagesFor("fr").card;
  expect([0, 1, 2].map((count) => others({ count }))).toEqual(["0 autre", "1 autre", "2 autres"]);
});
