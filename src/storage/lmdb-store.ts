import { randomInt } from "node:crypto";
import { resolve } from "node:path";
import fastq from "fastq";
import { open, type RootDatabase } from "lmdb";
import { checkFreeBytes, prepareLmdbFolder } from "./lmdb-folder";
import { toUnavailable } from "./store-errors";
import type { RowKey, TextRow, TextTable } from "./text-table";

/** Read and parsed within milliseconds, even when all records are large. */
const PAGE_ROWS = 50;

/**
 * A folder on this machine, shared by any number of its processes. LMDB locks and maps its files, so the folder has to
 * be on a local disk: not on NFS, SMB or Azure Files.
 *
 * @param readFreeBytes replaced in tests.
 * @throws AppError `store_unavailable` naming the folder when it cannot be opened
 */
export function openLmdbTable(
  path: string,
  readFreeBytes?: (folder: string) => Promise<number>,
): TextTable {
  const folder = resolve(path);
  prepareLmdbFolder(folder);
  const db = attempt(`opening the folder ${folder}`, () => openDatabase(folder));

  // One write at a time: with concurrent writes, lmdb-js 3.5 confuses which of them failed, and resolves promises of
  // writes that were lost.
  const writes = fastq.promise<unknown, () => Promise<boolean>, boolean>(async (action) => {
    await checkFreeBytes(folder, readFreeBytes);
    return attemptWrite(action);
  }, 1);

  return {
    async read(key) {
      return attempt("reading", () => {
        db.resetReadTxn();
        const lmdbKey = toLmdbKey(key);
        const entry = db.getEntry(lmdbKey);
        return entry && toRow({ key: lmdbKey, ...entry });
      });
    },

    async insert(key, text) {
      // Starts at a random number, so that a key that is inserted again after an erasure gets no old version.
      const version = randomInt(1, 2 ** 48 - 1);
      const lmdbKey = toLmdbKey(key);
      const isDone = await writes.push(() =>
        db.ifNoExists(lmdbKey, () => void db.put(lmdbKey, text, version)),
      );
      return isDone ? String(version) : undefined;
    },

    async replace(key, version, text) {
      const expected = Number(version);
      if (!Number.isSafeInteger(expected)) return undefined;
      const isDone = await writes.push(() => db.put(toLmdbKey(key), text, expected + 1, expected));
      return isDone ? String(expected + 1) : undefined;
    },

    async list(conversation) {
      return attempt("listing", () => {
        db.resetReadTxn();
        const range = { start: `${conversation}/`, end: `${conversation}0`, versions: true };
        return Array.from(db.getRange(range), toRow);
      });
    },

    async scan(from) {
      return attempt("scanning", () => {
        db.resetReadTxn();
        const start = from === undefined ? {} : { start: from, exclusiveStart: true };
        const entries = Array.from(db.getRange({ ...start, limit: PAGE_ROWS, versions: true }));
        const rows = entries.map(toRow);
        const last = entries.at(-1);
        return entries.length < PAGE_ROWS || !last ? { rows } : { rows, next: last.key };
      });
    },

    async remove(key, version) {
      const expected = Number(version);
      if (!Number.isSafeInteger(expected)) return false;
      return writes.push(() => db.remove(toLmdbKey(key), expected));
    },

    async close() {
      await writes.drained();
      await attemptWrite(() => db.close());
    },
  };
}

/**
 * LMDB compares versions inside its one write transaction, whose lock all processes share. Why options differ from the
 * defaults (lmdb-js README, "DB Options"), and why each read calls `resetReadTxn`:
 * - `overlappingSync` resolves a write, and shows it to others, before it is on the disk.
 * - `eventTurnBatching` creates a promise without a handler; its rejection on a full disk ends the process.
 * - `noSubdir` creates a file for a path that contains a dot.
 * - Without the reset, a read may return an older snapshot until a timer renews it.
 */
function openDatabase(path: string): RootDatabase<string, string> {
  return open<string, string>({
    path,
    noSubdir: false,
    overlappingSync: false,
    eventTurnBatching: false,
    useVersions: true,
    encoding: "string",
  });
}

/** "0" follows "/" in ASCII, so a conversation's keys are those from `…/` to `…0`. */
function toLmdbKey({ conversation, room }: RowKey): string {
  return `${conversation}/${room}`;
}

function toRow(entry: { key: string; value: string; version?: number }): TextRow {
  const [conversation = "", room = ""] = entry.key.split("/");
  return { key: { conversation, room }, text: entry.value, version: String(entry.version) };
}

function attempt<T>(what: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw toUnavailable(what, error);
  }
}

async function attemptWrite<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw toUnavailable("writing", await findCommitError(error));
  }
}

/** lmdb-js rejects with an error whose `commitError` is a promise that rejects with the cause. */
async function findCommitError(error: unknown): Promise<unknown> {
  if (typeof error !== "object" || error === null || !("commitError" in error)) return error;
  try {
    await error.commitError;
    return error;
  } catch (commitError) {
    return commitError;
  }
}
