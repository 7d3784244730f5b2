import { readProgramVersion } from "../../check/program-version";
import { toStoreLocation } from "../../check/store-check";
import type { Environment } from "../../config/settings";
import { ANSWERED_MESSAGES, PENDING_COMMANDS } from "../../storage/row-kinds";
import { readStored } from "../../storage/row-store";
import { scanRows } from "../../storage/scan-rows";
import type { TextTable } from "../../storage/text-table";
import type { CommandOptions } from "../command-line";
import { openConfiguredTable, readStoreConfig } from "../configured-store";
import type { BackupRow } from "./backup-format";
import { countRows } from "./count-rows";
import { writeBackup } from "./write-backup";

interface BackupContext {
  /** Where package.json is. */
  programFolder: string;
  now: () => Date;
  /** On abort, no file is created. */
  stopping: AbortSignal;
}

/**
 * `npm run backup`: saves the store to a file. Servers may keep running: each row is saved as it is at some moment during
 * the backup. Resolves with a sentence that says what was saved.
 *
 * @throws StartProblem if settings are wrong or the file can't be created
 * @throws AppError `store_unavailable`
 */
export async function backup(
  { file }: CommandOptions["backup"],
  env: Environment,
  { programFolder, now, stopping }: BackupContext,
): Promise<string> {
  const config = readStoreConfig(env);
  const origin = {
    programVersion: readProgramVersion(programFolder),
    createdAt: now().toISOString(),
  };
  // A backup of a new store would hide that the path is wrong.
  const table = openConfiguredTable(config, { mustExist: true });
  try {
    const count = await writeBackup(file, origin, toBackupRows(table), stopping);
    const { name } = toStoreLocation(config.store.reveal());
    return `Saved ${countRows(count)} of ${name} to ${file}.`;
  } finally {
    await table.close();
  }
}

/**
 * Leaves out what expires within an hour: commands that wait for a sign-in, because a restored one might run a second
 * time, and which messages were answered.
 */
async function* toBackupRows(table: TextTable): AsyncGenerator<BackupRow> {
  for await (const row of scanRows(table)) {
    const isShortLived =
      readStored(PENDING_COMMANDS, row).ok || readStored(ANSWERED_MESSAGES, row).ok;
    if (!isShortLived) yield { ...row.key, text: row.text };
  }
}
