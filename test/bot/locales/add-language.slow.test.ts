import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type * as MessagesModule from "../../../bot/locales/messages";
import { en } from "../../../bot/locales/en";
import { leavesOf } from "./leaves";

const SCRIPT = resolve("bot/locales/add-language.mjs");
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "rendezvous-language-"));
  for (const path of ["bot/locales", "src/request/fold-text.ts", "manifest", "tsconfig.json"]) {
    cpSync(path, join(copy, path), { recursive: true });
  }
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
});

afterEach(() => rmSync(copy, { recursive: true }));

function addLanguage(...args: string[]): void {
  execFileSync(process.execPath, [SCRIPT, ...args], { cwd: copy, stdio: "pipe" });
}

test("copies every English text, typed, with the language's own plural forms", async () => {
  addLanguage("is");
  execFileSync(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "--noEmit"], {
    cwd: copy,
    stdio: "pipe",
  });
  const catalogs: typeof MessagesModule = await import(join(copy, "bot/locales/messages.ts"));
  const words = catalogs.messagesFor("is-IS");
  expect(words.language).toBe("is");
  expect(leavesOf(catalogs.TRANSLATIONS["is"] ?? {}).map(({ path }) => path)).toEqual(
    leavesOf(en).map(({ path }) => path),
  );
  // Icelandic says "21 other" as in "1 other".
  expect(words.card.others({ count: 21 })).toBe("21 other");
});

test("lists the language in the manifest, with a file of texts", () => {
  addLanguage("is");
  const readJson = (path: string): unknown =>
    JSON.parse(readFileSync(join(copy, "manifest", path), "utf8"));
  expect(readJson("manifest.json")).toMatchObject({
    localizationInfo: {
      additionalLanguages: expect.arrayContaining([{ languageTag: "is", file: "is.json" }]),
    },
  });
  expect(readJson("is.json")).toMatchObject({ "name.short": "Rendezvous" });
});

test.each([[[]], [["zz"]], [["pt-BR"]], [["fr"]]])("changes nothing for %j", (args) => {
  const before = readFileSync(join(copy, "bot/locales/messages.ts"), "utf8");
  expect(() => addLanguage(...args)).toThrow();
  expect(readFileSync(join(copy, "bot/locales/messages.ts"), "utf8")).toBe(before);
});
