import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Ajv from "ajv-draft-04";
import * as z from "zod";

type SchemaName = "MicrosoftTeams" | "MicrosoftTeams.Localization";

const named = z.record(z.string(), z.unknown()).optional();
const schemaSchema = z.looseObject({ properties: named, patternProperties: named });
type Schema = z.infer<typeof schemaSchema>;

const SCHEMAS = join(
  dirname(require.resolve("@microsoft/app-manifest/package.json")),
  "build/json-schemas/teams",
);

/**
 * Validates with the schema in Microsoft's npm package, and returns messages such as `/id must match pattern "…"`. Throws
 * Node's own error if the package has no schema of that version.
 */
export function findSchemaFaults(candidate: object, name: SchemaName, version: string): string[] {
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    // The localization schema has an unescaped "]", which the u flag does not allow.
    unicodeRegExp: false,
    formats: { uri: (text: string) => URL.canParse(text) },
  });
  const validate = ajv.compile(readSchema(name, version));
  validate(candidate);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function readSchema(name: SchemaName, version: string): Schema {
  const path = join(SCHEMAS, `v${version}`, `${name}.schema.json`);
  return schemaSchema.parse(JSON.parse(readFileSync(path, "utf8")));
}

/**
 * The manifest's texts that a localization file can replace, in the manifest's order, by their key in that file:
 * `bots[0].commandLists[0].commands[0].title`.
 */
export function listLocalizableTexts(manifest: {
  manifestVersion: string;
}): Record<string, string> {
  const schema = readSchema("MicrosoftTeams.Localization", manifest.manifestVersion);
  const { properties = {}, patternProperties = {} } = schema;
  const patterns = Object.keys(patternProperties).map((pattern) => new RegExp(pattern));
  const isLocalizable = (key: string) =>
    key !== "$schema" && (key in properties || patterns.some((pattern) => pattern.test(key)));
  return Object.fromEntries(listTexts(manifest, "").filter(([key]) => isLocalizable(key)));
}

function listTexts(value: unknown, key: string): [key: string, text: string][] {
  if (typeof value === "string") return [[key, value]];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => listTexts(item, `${key}[${index}]`));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) =>
    listTexts(child, key ? `${key}.${name}` : name),
  );
}
