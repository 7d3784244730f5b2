import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { zipSync } from "fflate";
import * as z from "zod";
import { readProgramVersion } from "../../check/program-version";
import { findPackageProblems } from "../../config/config";
import type { Environment } from "../../config/settings";
import type { CommandOptions } from "../command-line";
import { setVariable } from "../env-file";
import { StartProblem } from "../start-problem";
import { readEnvironmentName } from "../environment-name";
import { findFaults } from "./find-faults";
import { findPlaceholders } from "./find-placeholders";
import { CANNOT_PACK, readPackageSource, readValues, type AppManifest } from "./package-source";

/** A fixed time, so that the same files make the same package. */
const PACKED_AT = new Date(2020, 0, 1);

interface AppPackage {
  /** From the folder of the repository. */
  path: string;
  bytes: Uint8Array;
  hasSlashCommands: boolean;
  /** Values that are good enough for trying it, but not for publishing. */
  warnings: readonly string[];
}

/**
 * `npm run pack`: builds the app package for Teams from `manifest/` and the values of an environment. Returns
 * sentences that say where the package is, and what to change before it's uploaded for others. The choice about slash
 * commands is saved in the environment's file.
 *
 * @param root The folder of the repository.
 * @throws StartProblem that lists what is wrong, and what to do; nothing is written
 */
export function pack(options: CommandOptions["pack"], env: Environment, root: string): string {
  const environment = readEnvironmentName("pack", options.env, env);
  const choice =
    options.slash === undefined ? {} : { SLASH_COMMANDS: options.slash ? "on" : "off" };
  const built = buildPackage({ ...options, env: environment }, { ...env, ...choice }, root);
  writeAtomically(join(root, built.path), built.bytes);
  for (const [name, value] of Object.entries(choice)) setVariable(root, environment, name, value);
  const without = built.hasSlashCommands ? "" : ", without slash commands (SLASH_COMMANDS is off)";
  const file = `env/.env.${environment}`;
  const advice = `Before you upload it for others, replace these values in ${file}, which people see in Teams, and run this again:`;
  return [
    `Created ${built.path}, the app package for ${environment}${without}. Upload it in the Teams admin center > Manage apps.`,
    ...(built.warnings.length > 0 ? [advice] : []),
    ...built.warnings.map((warning) => `  - ${warning}`),
  ].join("\n");
}

/**
 * The package, without writing it.
 *
 * @throws StartProblem that lists what is wrong
 */
export function buildPackage(
  { env: environment, publish = false }: { env: string; publish?: boolean },
  env: Environment,
  root: string,
): AppPackage {
  const values = readValues(root, environment, env);
  const placeholders = findPlaceholders(values);
  const problems = [...findValueProblems(values), ...(publish ? placeholders : [])];
  if (problems.length > 0) throw new StartProblem(CANNOT_PACK, problems);
  const hasSlashCommands = readSlashCommands(values);
  const source = readPackageSource(root, environment, values);
  const { localizations, icons } = source;
  const manifest = hasSlashCommands ? source.manifest : withoutSlashCommands(source.manifest);
  const faults = findFaults({ manifest, localizations }, readProgramVersion(root));
  if (faults.length > 0) throw new StartProblem(CANNOT_PACK, faults);

  const files = [
    ["manifest.json", toBytes(manifest)] as const,
    ...localizations.map(({ path, texts }) => [path, toBytes(texts)] as const),
    ...icons.map(({ path, bytes }) => [path, bytes] as const),
  ];
  return {
    path: `artifacts/app-package/rendezvous.${environment}.zip`,
    bytes: zipSync(Object.fromEntries(files), { mtime: PACKED_AT }),
    hasSlashCommands,
    warnings: placeholders,
  };
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
