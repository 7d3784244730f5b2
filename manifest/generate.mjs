// Writes what the program knows into manifest.json and the languages' files: the version, and the commands with their
// texts. Needs the build. test/manifest/ fails until it has run.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import prettier from "prettier";
import pack from "../dist/src/generate-manifest.js";

const folder = dirname(fileURLToPath(import.meta.url));
const read = (path) => readFileSync(join(folder, path), "utf8");
const { version } = JSON.parse(read("../package.json"));

for (const [file, json] of Object.entries(pack.generateManifest(read, version))) {
  const path = join(folder, file);
  const options = await prettier.resolveConfig(path);
  const text = await prettier.format(JSON.stringify(json, undefined, 2), {
    ...options,
    filepath: path,
  });
  if (text === read(file)) continue;
  writeFileSync(path, text);
  process.stdout.write(`Wrote manifest/${file}\n`);
}
