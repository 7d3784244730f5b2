import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv-draft-04";

export const ROOT = join(__dirname, "../..");
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
  localizationInfo: {
    defaultLanguageTag: string;
    additionalLanguages: { languageTag: string; file: string }[];
  };
  name: { short: string; full: string };
  description: { short: string; full: string };
  icons: { color: string; outline: string };
  bots: {
    botId: string;
    scopes: string[];
    commandLists: { scopes: string[]; commands: { title: string; description: string }[] }[];
  }[];
  webApplicationInfo: { id: string; resource: string };
  authorization: { permissions: { resourceSpecific: { name: string; type: string }[] } };
}

export const template = readText("manifest/manifest.json");
const filled = template.replaceAll(/\$\{\{(\w+)\}\}/g, (hole, name) => VALUES[name] ?? hole);
export const manifest = JSON.parse(filled) as Manifest;

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** The address of one of Microsoft's schemas, of the version that the manifest names. */
export function toSchemaUrl(name: string): string {
  return `https://developer.microsoft.com/json-schemas/teams/v${manifest.manifestVersion}/${name}.schema.json`;
}

/** What Microsoft's own schema, as its npm package carries it, finds wrong. */
export function faultsOf(candidate: object, schemaName = "MicrosoftTeams"): string[] {
  const path = `v${manifest.manifestVersion}/${schemaName}.schema.json`;
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    // The schema of localizations has a "]" that regular expressions do not allow with the flag u.
    unicodeRegExp: false,
    formats: { uri: isUri },
  });
  const validate = ajv.compile(JSON.parse(readFileSync(join(SCHEMAS, path), "utf8")) as object);
  validate(candidate);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function isUri(text: string): boolean {
  return URL.canParse(text);
}
