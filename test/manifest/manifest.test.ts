import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MENU } from "../../bot/commands/registry";
import { en } from "../../bot/locales/en";
import { faultsOf, manifest, readText, ROOT, template, toSchemaUrl, VALUES } from "./read-manifest";
import { type Picture, readPng } from "./read-png";

const commandLists = manifest.bots.flatMap((bot) => bot.commandLists);

function readIcon(name: "color" | "outline"): Picture {
  return readPng(readFileSync(join(ROOT, "manifest", manifest.icons[name])));
}

test("the manifest passes Microsoft's schema of its version", () => {
  expect(manifest.$schema).toBe(toSchemaUrl("MicrosoftTeams"));
  expect(faultsOf(manifest)).toEqual([]);
});

test("the manifest fails the schema while it has placeholders", () => {
  expect(faultsOf(JSON.parse(template) as object)).toEqual([
    expect.stringContaining("/id must match pattern"),
    expect.stringContaining("/developer/websiteUrl must match pattern"),
    expect.stringContaining("/developer/privacyUrl must match pattern"),
    expect.stringContaining("/developer/termsOfUseUrl must match pattern"),
    expect.stringContaining("/bots/0/botId must match pattern"),
    expect.stringContaining("/composeExtensions/0/botId must match pattern"),
    expect.stringContaining("/webApplicationInfo/id must match pattern"),
  ]);
});

test("only the ids, the bot's domain and the developer are placeholders", () => {
  const placeholders = new Set(template.match(/\$\{\{.*?\}\}/g));
  expect([...placeholders].toSorted()).toEqual([
    "${{BOT_DOMAIN}}",
    "${{BOT_ID}}",
    "${{DEVELOPER_NAME}}",
    "${{DEVELOPER_PRIVACY_URL}}",
    "${{DEVELOPER_TERMS_URL}}",
    "${{DEVELOPER_WEBSITE_URL}}",
    "${{TEAMS_APP_ID}}",
  ]);
});

test("the manifest has the program's version", () => {
  expect(manifest.version).toBe(
    (JSON.parse(readText("package.json")) as { version: string }).version,
  );
});

test("Teams suggests the registry's commands in the registry's order, in every scope", () => {
  const words = MENU.map(({ name }) => en.commands[name]);
  for (const scope of manifest.bots.flatMap(({ scopes }) => scopes)) {
    const lists = commandLists.filter(({ scopes }) => scopes.includes(scope));
    expect(lists.flatMap(({ commands }) => commands)).toEqual(words);
  }
  expect(manifest.bots.map(({ scopes }) => scopes)).toEqual([["team", "groupChat", "personal"]]);
});

// Resource-specific consent is given to an app registration, so Teams needs its id.
test("a team or chat is asked only for its owners and news of its calls, for the bot's registration", () => {
  const permissions = manifest.authorization.permissions.resourceSpecific;
  expect(permissions).toEqual([
    { name: "TeamMember.Read.Group", type: "Application" },
    { name: "ChannelMeeting.ReadBasic.Group", type: "Application" },
    { name: "OnlineMeeting.ReadBasic.Chat", type: "Application" },
    { name: "OnlineMeetingParticipant.Read.Chat", type: "Application" },
  ]);
  // Teams' limit.
  expect(permissions.length).toBeLessThanOrEqual(16);
  expect(manifest.webApplicationInfo.id).toBe(manifest.bots[0]?.botId);
});

// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-manifest
test("Teams requests tokens for the URI of the bot's registration", () => {
  const { id, resource } = manifest.webApplicationInfo;
  expect(resource).toBe(`api://botid-${id}`);
});

test("every command of the bot is also a slash command", () => {
  expect(manifest.bots.map((bot) => bot.supportsTargetedMessages)).toEqual([true]);
  expect(commandLists.map(({ triggers }) => triggers)).toEqual([["mention", "slash"]]);
});

test("the message extension has a dialog, an action on a message, and a search", () => {
  expect(manifest.composeExtensions).toMatchObject([
    {
      botId: manifest.bots[0]?.botId,
      commands: [
        { id: "meet", type: "action", context: ["compose", "commandBox"], fetchTask: true },
        { id: "meet-about", type: "action", context: ["message"], fetchTask: true },
        {
          id: "meetings",
          type: "query",
          context: ["compose", "commandBox"],
          initialRun: true,
          parameters: [{ name: "query" }],
        },
      ],
    },
  ]);
});

test("only links to the bot's own domain become cards", () => {
  const domains = [VALUES["BOT_DOMAIN"]];
  const handlers = manifest.composeExtensions.flatMap(({ messageHandlers }) => messageHandlers);
  expect(handlers).toEqual([
    { type: "link", value: { domains, supportsAnonymizedPayloads: false } },
  ]);
  expect(manifest.validDomains).toEqual(domains);
});

describe("the icons", () => {
  test("the color icon is 192 by 192, opaque, and keeps its mark within the middle 120", () => {
    const { width, height, pixels } = readIcon("color");
    expect([width, height]).toEqual([192, 192]);
    expect(pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);

    const [background] = pixels;
    const marked = pixels.flatMap((pixel, index) =>
      String(pixel) === String(background) ? [] : [index % width, Math.floor(index / width)],
    );
    expect(Math.min(...marked)).toBeGreaterThanOrEqual(36);
    expect(Math.max(...marked)).toBeLessThan(156);
  });

  test("the outline icon is 32 by 32, only white, and mostly transparent", () => {
    const { width, height, pixels } = readIcon("outline");
    expect([width, height]).toEqual([32, 32]);
    const visible = pixels.filter(([, , , alpha]) => alpha > 0);
    expect(new Set(visible.map(([red, green, blue]) => `${red} ${green} ${blue}`))).toEqual(
      new Set(["255 255 255"]),
    );
    expect(visible.some(([, , , alpha]) => alpha === 255)).toBe(true);
    expect(visible.length).toBeLessThan(pixels.length / 2);
  });
});
