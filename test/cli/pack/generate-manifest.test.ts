import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateManifest } from "../../../src/cli/pack/generate-manifest";

const ROOT = join(__dirname, "../../..");
const FILES = ["manifest.json", "fr.json", "ja.json", "ru.json", "zh-cn.json"];
const read = (file: string) => readFileSync(join(ROOT, "manifest", file), "utf8");
const current = Object.fromEntries(FILES.map((file) => [file, JSON.parse(read(file)) as object]));
const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  version: string;
};

/** With the order of keys, which readers of the files see. */
function toText(files: Record<string, object>): string {
  return JSON.stringify(files, undefined, 1);
}

test("npm run manifest has nothing left to write", () => {
  expect(toText(generateManifest(read, version))).toBe(toText(current));
});

test("writes what is missing, changed or in another order", () => {
  const outdated = (file: string) =>
    read(file)
      .replace(`"version": "${version}"`, '"version": "0.0.1"')
      .replace(/"title": "invite"/, '"title": "rooms"')
      .replace(/"id": "meet-about",/, '"id": "meet-about", "title": "Old",')
      .replace(/"title": "Search or create"/, '"title": "Search"')
      .replace(/^ *"bots\[0\]\.commandLists\[0\]\.commands\[[35]\].*\n/gm, "")
      .replace(/commands\[1\]\.title": ".*"/, 'commands[1].title": "old"');
  for (const file of FILES) expect(outdated(file)).not.toBe(read(file));
  expect(generateManifest(outdated, version)).toEqual(current);
});

test("keeps a language's own texts, and all else in the manifest", () => {
  const edited = (file: string) =>
    read(file)
      .replace(/"name.short": ".*"/, '"name.short": "Treffpunkt"')
      .replace('"accentColor": "#0F4C5C"', '"accentColor": "#123456"');
  const generated = generateManifest(edited, version);
  expect(generated["manifest.json"]).toMatchObject({ accentColor: "#123456" });
  expect(generated["fr.json"]).toMatchObject({ "name.short": "Treffpunkt" });
});

test.each([
  ["a manifest that isn't JSON", "manifest.json", "{", "manifest.json isn't a manifest"],
  ["a language's file that isn't JSON", "ru.json", "[]", "ru.json isn't an object of texts"],
])("rejects %s", (_what, broken, text, problem) => {
  const readBroken = (file: string) => (file === broken ? text : read(file));
  expect(() => generateManifest(readBroken, version)).toThrow(problem);
});
