import { toStoreLocation } from "../../check/store-check";
import type { Environment } from "../../config/settings";
import { AppError } from "../../errors";
import { scanRows } from "../../storage/scan-rows";
import type { TextTable } from "../../storage/text-table";
import type { CommandOptions } from "../command-line";
import { openConfiguredTable, readStoreConfig } from "../configured-store";
import { StartProblem } from "../start-problem";
import type { BackupRow } from "./backup-format";
import { countRows } from "./count-rows";
import { checkBackup, readRows } from "./read-backup";

/** Written at the same time. A service takes 10 ms for each, and a row has up to 1 MB. */
const BATCH_ROWS = 50;

/**
 * `npm run restore`: inserts the rows of a backup into the store, which is created if it's missing. Rows that exist
 * stay as they are, so servers may run. Resolves with a sentence that says what was restored.
 *
 * @throws StartProblem if settings or the backup are wrong, or the store has rows and `merge` isn't set
 * @throws AppError `store_unavailable`
 */
export async function restore(
  { file, merge = false }: CommandOptions["restore"],
  env: Environment,
): Promise<string> {
  const config = readStoreConfig(env);
  const { programVersion, createdAt, rowCount } = await checkBackup(file);
  const { name } = toStoreLocation(config.store.reveal());
  const table = openConfiguredTable(config);
  try {
    if (!merge && !(await isEmpty(table))) {
      throw new StartProblem(
        `${name} has records already. To add those that are missing there, use --merge. Nothing was restored.`,
      );
    }
    const addedCount = await insertRows(table, file, rowCount);
    const existingCount = rowCount - addedCount;
    const restored = `Restored ${countRows(addedCount)} to ${name}, from the backup that Rendezvous ${programVersion} made at ${createdAt}.`;
    if (existingCount === 0) return restored;
    return `${restored} ${countRows(existingCount)} existed already and stayed the same.`;
  } finally {
    await table.close();
  }
}

async function isEmpty(table: TextTable): Promise<boolean> {
  const first = await scanRows(table).next();
  return first.done === true;
}

/** Returns how many rows were missing. */
async function insertRows(table: TextTable, file: string, rowCount: number): Promise<number> {
  let addedCount = 0;
  let batch: BackupRow[] = [];
  async function insertBatch(): Promise<void> {
    const inserts = batch.map(({ text, ...key }) => table.insert(key, text));
    batch = [];
    const versions = await Promise.all(inserts);
    addedCount += versions.filter((version) => version !== undefined).length;
  }
  try {
    let readCount = 0;
    for await (const row of readRows(file)) {
      readCount += 1;
      batch.push(row);
      if (batch.length === BATCH_ROWS) await insertBatch();
    }
    await insertBatch();
    // A pipe, which can be read only once, is empty now.
    if (readCount !== rowCount) throw new StartProblem(`${file} changed while it was read.`);
    return addedCount;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const reason = (error.details.reason ?? error.code).replace(/\.$/, "");
    throw new StartProblem(
      `${reason}. Not all of the ${countRows(rowCount)} were restored. To continue, use --merge.`,
    );
  }
}
