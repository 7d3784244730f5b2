import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findSchemaFaults, listLocalizableTexts } from "../../src/cli/pack/manifest-schema";
import { fillPlaceholders } from "../../src/cli/pack/package-source";

export const ROOT = join(__dirname, "../..");
export const VALUES: Record<string, string> = {
  TEAMS_APP_ID: "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
  BOT_ID: "1d2f5a3c-4c53-4a7b-9e0e-2f8f0d7a9b11",
  BOT_DOMAIN: "rendezvous.contoso.com",
  DEVELOPER_NAME: "Contoso",
  DEVELOPER_WEBSITE_URL: "https://www.contoso.com",
  DEVELOPER_PRIVACY_URL: "https://www.contoso.com/privacy",
  DEVELOPER_TERMS_URL: "https://www.contoso.com/terms",
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
    supportsTargetedMessages?: boolean;
    commandLists: {
      triggers?: string[];
      scopes: string[];
      commands: { title: string; description: string }[];
    }[];
  }[];
  composeExtensions: {
    botId: string;
    commands: {
      id: string;
      title: string;
      description: string;
      parameters?: { name: string; title: string; description: string }[];
    }[];
    messageHandlers: { value: { domains: string[] } }[];
  }[];
  validDomains: string[];
  webApplicationInfo: { id: string; resource: string };
  authorization: { permissions: { resourceSpecific: { name: string; type: string }[] } };
}

export const template = readText("manifest/manifest.json");
export const manifest = JSON.parse(fillPlaceholders(template, VALUES)) as Manifest;

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** The URL of one of Microsoft's schemas, in the manifest's version. */
export function toSchemaUrl(name: string): string {
  return `https://developer.microsoft.com/json-schemas/teams/v${manifest.manifestVersion}/${name}.schema.json`;
}

/** Validates with Microsoft's schema, in the manifest's version. */
export function faultsOf(
  candidate: object,
  name: "MicrosoftTeams" | "MicrosoftTeams.Localization" = "MicrosoftTeams",
): string[] {
  return findSchemaFaults(candidate, name, manifest.manifestVersion);
}

/** The texts that a localization file can replace. */
export function localizableTexts(): Record<string, string> {
  return listLocalizableTexts(manifest);
}
