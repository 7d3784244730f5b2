import { randomInt } from "node:crypto";
import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import fastq from "fastq";
import { open, type RootDatabase } from "lmdb";
import { checkFreeBytes, prepareLmdbFolder } from "./lmdb-folder";
import { toUnavailable } from "./store-errors";
import type { RowKey, TextRow, TextTable } from "./text-table";

/** Read and parsed within milliseconds, even when all records are large. */
const PAGE_ROWS = 50;

interface Write {
  /** Called in a transaction. */
  change: () => void;
  error?: Error;
}

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

  let waiting: Write[] = [];
  let nextCommit: Promise<void> | undefined;
  // One transaction at a time: with concurrent ones, lmdb-js 3.5 confuses which of them failed, and resolves promises of
  // writes that were lost.
  const commits = fastq.promise(commitWaiting, 1);

  async function commitWaiting(): Promise<void> {
    await setImmediate();
    const writes = waiting;
    waiting = [];
    nextCommit = undefined;
    await checkFreeBytes(folder, readFreeBytes);
    await attemptWrite(() => db.transaction(() => writes.forEach(applyWrite)));
  }

  /** Writes that come during a commit share the next one: each waits for the disk once. */
  function write<T>(change: () => T): Promise<T | undefined> {
    let result: T | undefined;
    const own: Write = { change: () => void (result = change()) };
    waiting.push(own);
    nextCommit ??= commits.push(undefined);
    return nextCommit.then(() => {
      if (own.error) throw toUnavailable("writing", own.error);
      return result;
    });
  }

  /** Without reading the row's text. */
  const hasVersion = (key: string, version: number) => db.doesExist(key, version);

  function read(key: string): TextRow | undefined {
    const entry = db.getEntry(key);
    return entry && toRow({ key, ...entry });
  }

  return {
    async read(key) {
      return attempt("reading", () => {
        db.resetReadTxn();
        return read(toLmdbKey(key));
      });
    },

    readNow(key, knownVersion) {
      return attempt("reading", () => {
        db.resetReadTxn();
        const lmdbKey = toLmdbKey(key);
        const isKnown = knownVersion !== undefined && hasVersion(lmdbKey, Number(knownVersion));
        return isKnown ? "unchanged" : read(lmdbKey);
      });
    },

    insert(key, text) {
      // Starts at a random number, so that a key that is inserted again after an erasure gets no old version.
      const version = randomInt(1, 2 ** 48 - 1);
      const lmdbKey = toLmdbKey(key);
      return write(() => {
        if (db.doesExist(lmdbKey)) return undefined;
        db.putSync(lmdbKey, text, version);
        return String(version);
      });
    },

    async replace(key, version, text) {
      const expected = Number(version);
      if (!Number.isSafeInteger(expected)) return undefined;
      const lmdbKey = toLmdbKey(key);
      return write(() => {
        if (!hasVersion(lmdbKey, expected)) return undefined;
        db.putSync(lmdbKey, text, expected + 1);
        return String(expected + 1);
      });
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
      const lmdbKey = toLmdbKey(key);
      const isDone = await write(() => hasVersion(lmdbKey, expected) && db.removeSync(lmdbKey));
      return isDone === true;
    },

    async close() {
      await commits.drained();
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

/** An error, such as a key that is too long, must not keep the transaction's other writes from being made. */
function applyWrite(write: Write): void {
  try {
    write.change();
  } catch (error) {
    write.error = error instanceof Error ? error : new Error(String(error));
  }
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
