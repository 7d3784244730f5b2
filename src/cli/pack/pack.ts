import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { zipSync } from "fflate";
import { z } from "zod";
import { readProgramVersion } from "../../check/package-check";
import { findPackageProblems } from "../../config/config";
import type { Environment } from "../../config/settings";
import type { CommandOptions } from "../command-line";
import { StartProblem } from "../start-problem";
import { findFaults } from "./find-faults";
import { CANNOT_PACK, readPackageSource, readValues, type AppManifest } from "./package-source";

/** A fixed time, so that the same files make the same package. */
const PACKED_AT = new Date(2020, 0, 1);

/**
 * `npm run pack`: builds the app package for Teams from `manifest/` and the values of an environment. Returns a
 * sentence that says where the package is.
 *
 * @param root The folder of the repository.
 * @throws StartProblem that lists what is wrong, and what to do; nothing is written
 */
export function pack(options: CommandOptions["pack"], env: Environment, root: string): string {
  const environment = options.env ?? (env.TEAMSFX_ENV || "dev");
  if (!/^[\w-]+$/.test(environment)) {
    throw new StartProblem(
      `“${environment}” isn’t an environment name. For example, dev uses env/.env.dev.`,
    );
  }
  const values = readValues(root, environment, env);
  const problems = findValueProblems(values);
  if (problems.length > 0) throw new StartProblem(CANNOT_PACK, problems);
  const hasSlashCommands = readSlashCommands(values) && options.slash;
  const source = readPackageSource(root, environment, values);
  const { localizations, icons } = source;
  const manifest = hasSlashCommands ? source.manifest : withoutSlashCommands(source.manifest);
  const faults = findFaults({ manifest, localizations }, readProgramVersion(root));
  if (faults.length > 0) throw new StartProblem(CANNOT_PACK, faults);

  const path = `artifacts/app-package/rendezvous.${environment}.zip`;
  const files = [
    ["manifest.json", toBytes(manifest)] as const,
    ...localizations.map(({ path: file, texts }) => [file, toBytes(texts)] as const),
    ...icons.map(({ path: file, bytes }) => [file, bytes] as const),
  ];
  writeAtomically(join(root, path), zipSync(Object.fromEntries(files), { mtime: PACKED_AT }));
  const without = hasSlashCommands ? "" : ", without slash commands";
  return `Created ${path}, the app package for ${environment}${without}. Upload it in the Teams admin center > Manage apps.`;
}

/** `SLASH_COMMANDS` is `on` (the default) or `off`. */
function readSlashCommands({ SLASH_COMMANDS: setting }: Environment): boolean {
  if (!setting || setting === "on") return true;
  if (setting === "off") return false;
  throw new StartProblem(`SLASH_COMMANDS must be on or off, not “${setting}”.`);
}

/** Slash commands are a preview that some tenants refuse. */
function withoutSlashCommands(manifest: AppManifest): AppManifest {
  return {
    ...manifest,
    bots: manifest.bots.map(({ supportsTargetedMessages: _preview, commandLists, ...bot }) => ({
      ...bot,
      commandLists: commandLists.map(({ triggers: _triggers, ...list }) => list),
    })),
  };
}

/** Checks the values under their own names: the manifest uses them in several places. */
function findValueProblems(values: Environment): string[] {
  const { TEAMS_APP_ID: appId = "" } = values;
  const isAppId = appId === "" || z.guid().safeParse(appId).success;
  const problem =
    "TEAMS_APP_ID must be a GUID. It is the app's ID in Teams. Without the Toolkit, use any new GUID.";
  return [...findPackageProblems(values), ...(isAppId ? [] : [problem])];
}

function toBytes(json: object): Uint8Array {
  return Buffer.from(JSON.stringify(json, undefined, 2));
}

/** Never leaves half a package behind. */
function writeAtomically(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, bytes);
  renameSync(temporary, path);
}
