import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { StartProblem } from "../start-problem";
import {
  endSchema,
  FORMAT_VERSION,
  headerSchema,
  parseLine,
  rowSchema,
  type BackupEnd,
  type BackupHeader,
  type BackupRow,
} from "./backup-format";
import { toFileProblem } from "./file-problem";

/**
 * Reads a whole backup, and returns what it says about itself.
 *
 * @throws StartProblem unless it's complete and unchanged
 */
export async function checkBackup(path: string): Promise<BackupHeader & BackupEnd> {
  const hash = createHash("sha256");
  let header: BackupHeader | undefined;
  let end: BackupEnd | undefined;
  let rowCount = 0;
  for await (const line of readLines(path)) {
    if (end) throw toDamaged(path);
    if (!header) header = readHeader(path, line);
    else if (parseLine(rowSchema, line)) rowCount += 1;
    else {
      end = parseLine(endSchema, line);
      if (!end) throw toDamaged(path);
      continue;
    }
    hash.update(`${line}\n`);
  }
  if (!header) throw toForeign(path);
  if (!end) throw new StartProblem(`${path} is incomplete: its end is missing. ${UNTOUCHED}`);
  if (end.rowCount !== rowCount || end.sha256 !== hash.digest("hex")) throw toDamaged(path);
  return { ...header, ...end };
}

/** The rows of a backup that was checked. */
export async function* readRows(path: string): AsyncGenerator<BackupRow> {
  for await (const line of readLines(path)) {
    const row = parseLine(rowSchema, line);
    if (row) yield row;
  }
}

function readHeader(path: string, line: string): BackupHeader {
  const header = parseLine(headerSchema, line);
  if (!header) throw toForeign(path);
  const { formatVersion, programVersion } = header;
  if (formatVersion === FORMAT_VERSION) return header;
  throw new StartProblem(
    `${path} has format version ${formatVersion}, but this release reads version ${FORMAT_VERSION}. Restore it with Rendezvous ${programVersion} or newer.`,
  );
}

const UNTOUCHED = "Nothing was restored. Use another backup.";

function toForeign(path: string): StartProblem {
  return new StartProblem(`${path} isn’t a backup of Rendezvous. ${UNTOUCHED}`);
}

function toDamaged(path: string): StartProblem {
  return new StartProblem(`${path} is damaged: it isn’t what the backup wrote. ${UNTOUCHED}`);
}

async function* readLines(path: string): AsyncGenerator<string> {
  try {
    const file = await open(path);
    // Closes the file after the last line.
    yield* file.readLines();
  } catch (error) {
    throw toFileProblem(`Couldn’t read ${path}`, error);
  }
}
