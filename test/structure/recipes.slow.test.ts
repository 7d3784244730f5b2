import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readText } from "./source-files";

const COPIED = [
  "bot",
  "src",
  "test",
  "bench/dates",
  "manifest",
  "package.json",
  "tsconfig.json",
  "jest.config.js",
];
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "rendezvous-recipes-"));
  for (const path of COPIED) cpSync(path, join(copy, path), { recursive: true });
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
});

afterAll(() => rmSync(copy, { recursive: true }));

/** The code of a new file starts with its path. */
const NEW_FILE = /^ *```ts\n *\/\/ (\S+\.ts)\n([^]*?)^ *```$/gm;

/** What the recipes add to existing files, and the line before it. */
const ADDED: [path: string, before: string, line: string][] = [
  [
    "bot/locales/en/talk.ts",
    "  commands: {",
    'agenda: { title: "agenda", description: "See the meeting’s name and time." },',
  ],
  ["bot/commands/registry.ts", "  helpCommand,", "agendaCommand,"],
  [
    "bot/commands/registry.ts",
    'import { helpCommand } from "./help";',
    'import { agendaCommand } from "./agenda";',
  ],
  ["src/check/check-words.ts", "export const CHECK_IDS = [", '"admins",'],
  [
    "src/check/check-words.ts",
    "isForMembers: boolean }> = {",
    'admins: { name: "Admins", isForMembers: false },',
  ],
  ["src/check/check-words.ts", "export const OK = {", 'admins: "There are admins.",'],
  [
    "src/check/check-words.ts",
    "export const FAULTS = {",
    'adminsMissing: { message: "ADMINS is empty.", fix: "Set ADMINS." },',
  ],
  ["src/check/portals.ts", "  return {", 'users: toPage("Users", cloud.entraPortal),'],
];

function add(path: string, before: string, line: string): void {
  const text = readFileSync(join(copy, path), "utf8");
  expect(text).toContain(before);
  writeFileSync(join(copy, path), text.replace(before, `${before}\n${line}`));
}

function run(script: string, ...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve("node_modules", script), ...args],
    { cwd: copy, encoding: "utf8" },
  );
  expect(status === 0 ? "" : stdout + stderr).toBe("");
}

test("the code of the recipes compiles, and its test passes", () => {
  const files = [...readText("docs/contributing.md").matchAll(NEW_FILE)];
  expect(files).toHaveLength(4);
  for (const [, path = "", code = ""] of files) writeFileSync(join(copy, path), code);
  for (const [path, before, line] of ADDED) add(path, before, line);
  run("typescript/bin/tsc", "--noEmit");
  run("jest/bin/jest.js", "--selectProjects", "test", "--", "test/bot/agenda.test.ts");
});
