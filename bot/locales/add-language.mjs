// `npm run add-language de` copies the English texts for a translator, and lists the language in the bot and the manifest.
// Until a text is translated, test/bot/locales/ reports it. docs/contributing.md has the other steps.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import prettier from "prettier";

const LOCALES = "bot/locales";
const CATALOGS = `${LOCALES}/messages.ts`;
const MANIFEST = "manifest/manifest.json";

const [tag = ""] = process.argv.slice(2);
if (
  !/^[a-z]{2,3}$/.test(tag) ||
  new Intl.DisplayNames("en", { type: "language" }).of(tag) === tag
) {
  throw new Error("Give the ISO 639 code of a language, such as de.");
}

mkdirSync(`${LOCALES}/${tag}`);
for (const file of readdirSync(`${LOCALES}/en`)) {
  await write(`${LOCALES}/${tag}/${file}`, toTranslation(read(`${LOCALES}/en/${file}`), file));
}
const english = read(`${LOCALES}/en.ts`);
const catalog = english
  .replaceAll('"./en/', `"./${tag}/`)
  .replace("export const en =", `export const ${tag}: Translation =`)
  .replace('language: "en"', `language: "${tag}"`)
  .replaceAll(/^ *\/\*\*.*\n/gm, "");
await write(`${LOCALES}/${tag}.ts`, `import type { Translation } from "./messages";\n${catalog}`);
await write(
  CATALOGS,
  read(CATALOGS)
    .replace(/\n\nexport type Messages/, `\nimport { ${tag} } from "./${tag}";$&`)
    .replace(/(?<=TRANSLATIONS.*= \{)/, ` ${tag},`),
);

const manifest = JSON.parse(read(MANIFEST));
manifest.localizationInfo.additionalLanguages.push({ languageTag: tag, file: `${tag}.json` });
await write(MANIFEST, JSON.stringify(manifest, undefined, 2));
const texts = {
  $schema: JSON.parse(read("manifest/fr.json")).$schema,
  "name.short": manifest.name.short,
  "name.full": manifest.name.full,
  "description.short": manifest.description.short,
  "description.full": manifest.description.full,
};
await write(`manifest/${tag}.json`, JSON.stringify(texts));

/** The type of the copy is English with texts left out, so the compiler reports a text that English no longer has. */
function toTranslation(source, file) {
  const [, catalogName] = /^export const (\w+)/m.exec(source);
  const types = `import type { ${catalogName} as english } from "../en/${file.replace(".ts", "")}";
    import type { Incomplete } from "../messages";\n`;
  const copy = source
    .replace(`export const ${catalogName}`, "$&: Incomplete<typeof english>")
    .replaceAll(/(\(\{[^{}]*\}): \{[^{}]*\}\)/g, "$1)")
    .replaceAll(/(plural\(\s*)"en"/g, `$1"${tag}"`);
  return types + copy;
}

function read(path) {
  return readFileSync(path, "utf8");
}

async function write(path, text) {
  const options = await prettier.resolveConfig(path);
  writeFileSync(path, await prettier.format(text, { ...options, filepath: path }));
  process.stdout.write(`Wrote ${path}\n`);
}
