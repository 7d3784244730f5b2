import { MENU } from "../../../bot/commands/registry";
import { en } from "../../../bot/locales/en";
import { findSchemaFaults, listLocalizableTexts } from "./manifest-schema";
import type { AppManifest, PackageSource } from "./package-source";

/** Where a package breaks Microsoft's schemas or differs from the bot, a sentence each, with what to do. */
export function findFaults(
  { manifest, localizations }: Pick<PackageSource, "manifest" | "localizations">,
  programVersion: string,
): string[] {
  const { manifestVersion } = manifest;
  const localizable = Object.keys(listLocalizableTexts(manifest));
  return [
    ...toSentences("manifest.json", findSchemaFaults(manifest, "MicrosoftTeams", manifestVersion)),
    ...localizations.flatMap(({ path, texts }) => {
      const faults = findSchemaFaults(texts, "MicrosoftTeams.Localization", manifestVersion);
      return toSentences(path, faults);
    }),
    ...findOwnFaults(manifest, programVersion),
    ...localizations.flatMap(({ path, texts }) => {
      const missing = localizable.filter((key) => !(key in texts));
      return missing.map(
        (key) =>
          `manifest/${path} lacks ${key}. Run npm run manifest. If it’s a name or description, translate the one in manifest/manifest.json.`,
      );
    }),
  ];
}

function toSentences(path: string, faults: readonly string[]): string[] {
  return faults.map(
    (fault) =>
      `manifest/${path} doesn't match Microsoft's schema: ${fault}. Fix the file, or the variable used there.`,
  );
}

function findOwnFaults({ version, bots }: AppManifest, programVersion: string): string[] {
  const faults: string[] = [];
  if (version !== programVersion) {
    faults.push(
      `manifest/manifest.json has version ${version}, but package.json has ${programVersion}. Run npm run manifest.`,
    );
  }
  for (const { commands } of bots.flatMap(({ commandLists }) => commandLists)) {
    if (toText(commands) === toText(OWN_COMMANDS)) continue;
    faults.push(
      `manifest/manifest.json lists the commands ${toTitles(commands)}. The bot has ${toTitles(OWN_COMMANDS)}, with the descriptions in bot/locales/en/talk.ts. Run npm run manifest.`,
    );
  }
  return faults;
}

type Commands = AppManifest["bots"][number]["commandLists"][number]["commands"];

const OWN_COMMANDS: Commands = MENU.map(({ name }) => en.commands[name]);

function toText(commands: Commands): string {
  return JSON.stringify(commands.map(({ title, description }) => [title, description]));
}

function toTitles(commands: Commands): string {
  return commands.map(({ title }) => title).join(", ");
}
