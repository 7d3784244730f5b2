import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
} from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { AppError } from "../errors";
import { toUnavailable } from "./to-unavailable";

// What is done here before LMDB is asked, is done because lmdb-js 3.5 damages its own memory when it fails in
// opening a folder, or in writing to a full disk (`last_error` in its mdb.c): the process dies, at once or later.

/** MDB_MAGIC of mdb.c as a little-endian machine writes it, in the header of the first page. */
const LMDB_MAGIC = Buffer.from([0xde, 0xc0, 0xef, 0xbe]);
const HEADER_BYTES = 64;

/** A write takes some tens of kilobytes; this is room for those of all processes between a look and a write. */
const RESERVED_BYTES = 16 * 1024 * 1024;

/**
 * Makes the folder, and throws for whatever LMDB could not open in it.
 *
 * @throws AppError `store_unavailable` naming the folder
 */
export function prepareLmdbFolder(folder: string): void {
  try {
    makeFolder(resolve(folder));
    if (!statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder`);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    // Looked at from outside only: to close a file ends this process' locks on it, also those of another store.
    checkFile(join(folder, "lock.mdb"));
    const data = join(folder, "data.mdb");
    if (checkFile(data) && !isLmdbFile(data)) throw new Error(`${data} is not an LMDB file`);
  } catch (error) {
    throw toUnavailable(`opening the folder ${folder}`, error);
  }
}

/**
 * Step by step, because Node's own recursive way never ends in a file system like `/proc`, which says of a folder that
 * is there that it is not when something is to be made in it.
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

/** @throws AppError `store_unavailable` when the folder has no records yet, and would be made */
export function assertLmdbFolder(path: string): void {
  const folder = resolve(path);
  if (existsSync(join(folder, "data.mdb"))) return;
  throw new AppError("store_unavailable", {
    reason: `There are no records in ${folder}. STORE has to name the folder that the bot uses.`,
  });
}

/** @throws AppError `store_unavailable` when the folder's disk is nearly full */
export async function checkFreeBytes(folder: string, readFree = readFreeBytes): Promise<void> {
  const freeBytes = await readFree(folder).catch((error: unknown) => {
    throw toUnavailable("writing", error);
  });
  if (freeBytes >= RESERVED_BYTES) return;
  const reason = `writing: the disk of ${folder} is full; make at least 16 MiB of room`;
  throw new AppError("store_unavailable", { reason });
}

/** Infinity for a file system that does not tell its size. */
async function readFreeBytes(folder: string): Promise<number> {
  const { blocks, bavail, bsize } = await statfs(folder);
  return blocks === 0 ? Infinity : bavail * bsize;
}

/** Whether there is such a file, and anything in it. */
function checkFile(path: string): boolean {
  if (!existsSync(path)) return false;
  const stats = statSync(path);
  if (!stats.isFile()) throw new Error(`${path} is not a file`);
  accessSync(path, constants.R_OK | constants.W_OK);
  return stats.size > 0;
}

function isLmdbFile(path: string): boolean {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, "r");
  try {
    readSync(file, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(file);
  }
  return header.includes(LMDB_MAGIC);
}
