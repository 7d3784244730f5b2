import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv-draft-04";
import { COMMANDS } from "../../bot/commands/registry";
import { type Picture, readPng } from "./read-png";

const ROOT = join(__dirname, "../..");
const SCHEMAS = join(
  require.resolve("@microsoft/app-manifest/package.json"),
  "../build/json-schemas/teams",
);
const VALUES: Record<string, string> = {
  TEAMS_APP_ID: "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
  BOT_ID: "1d2f5a3c-4c53-4a7b-9e0e-2f8f0d7a9b11",
};

interface Manifest {
  $schema: string;
  manifestVersion: string;
  version: string;
  description: { short: string; full: string };
  icons: { color: string; outline: string };
  bots: {
    scopes: string[];
    commandLists: { scopes: string[]; commands: { title: string; description: string }[] }[];
  }[];
}

const template = read("manifest/manifest.json");
const filled = template.replaceAll(/\$\{\{(\w+)\}\}/g, (hole, name) => VALUES[name] ?? hole);
const manifest = JSON.parse(filled) as Manifest;
const commandLists = manifest.bots.flatMap((bot) => bot.commandLists);

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

function readIcon(name: "color" | "outline"): Picture {
  return readPng(readFileSync(join(ROOT, "manifest", manifest.icons[name])));
}

function faultsOf(candidate: object): string[] {
  const path = `v${manifest.manifestVersion}/MicrosoftTeams.schema.json`;
  const validate = new Ajv({ allErrors: true, strict: false, formats: { uri: isUri } }).compile(
    JSON.parse(readFileSync(join(SCHEMAS, path), "utf8")) as object,
  );
  validate(candidate);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function isUri(text: string): boolean {
  return URL.canParse(text);
}

test("the manifest passes Microsoft's schema of the version that it names", () => {
  expect(manifest.$schema).toBe(
    `https://developer.microsoft.com/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`,
  );
  expect(faultsOf(manifest)).toEqual([]);
});

test("the schema is really asked: with its placeholders unfilled the manifest fails it", () => {
  expect(faultsOf(JSON.parse(template) as object)).toEqual([
    expect.stringContaining("/id must match pattern"),
    expect.stringContaining("/bots/0/botId must match pattern"),
  ]);
});

test("nothing is left to fill in but the two ids", () => {
  const placeholders = template.match(/\$\{\{.*?\}\}/g)?.toSorted();
  expect(placeholders).toEqual(["${{BOT_ID}}", "${{TEAMS_APP_ID}}"]);
});

test("the version is the program's", () => {
  expect(manifest.version).toBe((JSON.parse(read("package.json")) as Manifest).version);
});

test("Teams suggests the registry's commands, in every scope where the bot is", () => {
  const names = COMMANDS.map(({ name }) => name);
  for (const scope of manifest.bots.flatMap(({ scopes }) => scopes)) {
    const lists = commandLists.filter(({ scopes }) => scopes.includes(scope));
    expect(lists.flatMap(({ commands }) => commands.map(({ title }) => title))).toEqual(names);
  }
  expect(manifest.bots.map(({ scopes }) => scopes)).toEqual([["team", "groupChat", "personal"]]);
});

// For commands the schema allows 128 and 4,000 characters; older schemas, and the menu's one line, 32 and 128.
test("every text is as short as Teams shows it in full", () => {
  const { short, full } = manifest.description;
  expect(short.length).toBeLessThanOrEqual(80);
  expect(full.length).toBeLessThanOrEqual(4000);
  for (const { title, description } of commandLists.flatMap(({ commands }) => commands)) {
    expect(title.length).toBeLessThanOrEqual(32);
    expect(description.length).toBeLessThanOrEqual(128);
  }
});

describe("the icons", () => {
  test("the colour icon is 192 by 192, opaque, and keeps its mark within the middle 120", () => {
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

  test("the outline icon is 32 by 32, white where it is anything, and mostly transparent", () => {
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
