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
import { toUnavailable } from "./store-errors";

// These checks run before LMDB does: lmdb-js 3.5 corrupts its memory when it fails to open a folder or to
// write to a full disk (`last_error` in its mdb.c), and the process crashes at once or later.

/** MDB_MAGIC of mdb.c in little-endian order, part of the first page's header. */
const LMDB_MAGIC = Buffer.from([0xde, 0xc0, 0xef, 0xbe]);
const HEADER_BYTES = 64;

/** A write takes tens of kilobytes. This leaves room for all processes that write at the same time. */
const RESERVED_BYTES = 16 * 1024 * 1024;

/**
 * Creates the folder, and checks that LMDB can open it.
 *
 * @throws AppError `store_unavailable` naming the folder
 */
export function prepareLmdbFolder(folder: string): void {
  try {
    createFolder(resolve(folder));
    if (!statSync(folder).isDirectory()) throw new Error(`${folder} isn’t a folder`);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    // Not opened: closing a file would release this process's locks on it, including another store's.
    checkFile(join(folder, "lock.mdb"));
    const data = join(folder, "data.mdb");
    if (checkFile(data) && !isLmdbFile(data)) throw new Error(`${data} isn’t an LMDB file`);
  } catch (error) {
    throw toUnavailable(`opening the folder ${folder}`, error);
  }
}

/**
 * Only its owner can open a new folder, which holds names and links. Node's `recursive` option loops forever in file
 * systems like `/proc`, where creating a folder fails with ENOENT.
 */
function createFolder(folder: string): void {
  if (existsSync(folder)) return;
  createFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have created it first.
    if (!existsSync(folder)) throw error;
  }
}

/** @throws AppError `store_unavailable` when the folder has no records */
export function assertLmdbFolder(path: string): void {
  const folder = resolve(path);
  if (existsSync(join(folder, "data.mdb"))) return;
  throw new AppError("store_unavailable", {
    reason: `There are no records in ${folder}. Set STORE to the folder that the bot uses.`,
  });
}

/** @throws AppError `store_unavailable` when the folder's disk is nearly full */
export async function checkFreeBytes(folder: string, readFree = readFreeBytes): Promise<void> {
  const freeBytes = await readFree(folder).catch((error: unknown) => {
    throw toUnavailable("writing", error);
  });
  if (freeBytes >= RESERVED_BYTES) return;
  const reason = `writing: the disk of ${folder} is full. Free at least 16 MiB`;
  throw new AppError("store_unavailable", { reason });
}

/** Infinity for a file system that doesn't report its size. */
async function readFreeBytes(folder: string): Promise<number> {
  const { blocks, bavail, bsize } = await statfs(folder);
  return blocks === 0 ? Infinity : bavail * bsize;
}

/** Whether the file exists and isn't empty. */
function checkFile(path: string): boolean {
  if (!existsSync(path)) return false;
  const stats = statSync(path);
  if (!stats.isFile()) throw new Error(`${path} isn’t a file`);
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
