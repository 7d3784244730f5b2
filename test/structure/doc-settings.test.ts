import { settingsSchema } from "../../src/config/settings";
import { listPlaceholders, readEnvFile, readProject } from "../env/toolkit-project";
import { DOCUMENTS, GUIDES, readCode } from "./documents";
import { listFiles, readText } from "./source-files";

const settings: readonly string[] = settingsSchema.keyof().options;
const projects = ["teamsapp.yml", "teamsapp.local.yml"];

/** The variables of the Toolkit and of `npm run setup` and `pack`. */
const toolkit = [
  ...["env/.env.dev", "env/.env.local"].flatMap((path) => Object.keys(readEnvFile(path))),
  ...projects.flatMap((path) => listPlaceholders(readText(path))),
  ...projects
    .map(readProject)
    .flatMap(({ provision, publish = [] }) =>
      [...provision, ...publish].flatMap((action) =>
        Object.values(action.writeToEnvironmentFile ?? {}),
      ),
    ),
  ...listPlaceholders(readText("infra/azure.parameters.json")),
  ...listFiles("src/cli", ".ts").flatMap((path) =>
    [...readText(path).matchAll(/\{ ([A-Z][A-Z_]+): \w+ \}: Environment/g)].map(
      ([, name = ""]) => name,
    ),
  ),
];
/** The Toolkit encrypts variables with this prefix. */
const secrets = settings.map((name) => `SECRET_${name}`);
const known = new Set([...settings, ...toolkit, ...secrets]);

/** `BOT_ID` anywhere in code, and `STORE` where it's all of the code or gets a value. */
function readNames(document: string): string[] {
  const lines = readCode(document);
  const names = lines.flatMap((code) => {
    const long = code.match(/(?<![\w.$])[A-Z][A-Z\d]*(?:_[A-Z\d]+)+\b/g) ?? [];
    const short = /^"?([A-Z]{3,})"?(?:[=:].*)?$/.exec(code)?.[1];
    return short === undefined ? long : [...long, short];
  });
  const isShellVariable = (name: string) => lines.some((line) => line.includes(`$${name}`));
  return names.filter((name) => !isShellVariable(name));
}

/** What the code calls by these names, for those who change it. */
const source = ["bot", "src", "test"]
  .flatMap((folder) => listFiles(folder, ".ts"))
  .map(readText)
  .join("\n");

const isDeclared = (name: string) => new RegExp(`\\b${name}\\b`).test(source);

test("finds the settings", () => {
  expect([...known]).toEqual(
    expect.arrayContaining(["STORE", "AZURE_SUBSCRIPTION_ID", "SLASH_COMMANDS"]),
  );
});

test.each(GUIDES)("%s only names settings that exist", (document) => {
  expect(readNames(document).filter((name) => !known.has(name))).toEqual([]);
});

const others = DOCUMENTS.filter((path) => !GUIDES.includes(path));

test.each(others)("%s only names settings and constants that exist", (document) => {
  const missing = readNames(document).filter((name) => !known.has(name) && !isDeclared(name));
  expect(missing).toEqual([]);
});
