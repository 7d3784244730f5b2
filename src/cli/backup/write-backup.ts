import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { StartProblem } from "../start-problem";
import { FORMAT_VERSION, toLine, type BackupHeader, type BackupRow } from "./backup-format";
import { toFileProblem } from "./file-problem";

type Origin = Pick<BackupHeader, "programVersion" | "createdAt">;

/**
 * Creates a backup that only its owner can read. The file gets its name when it's complete.
 *
 * @returns how many rows it has
 * @throws StartProblem if the file exists or can't be written; the errors of `rows`
 */
export async function writeBackup(
  path: string,
  origin: Origin,
  rows: AsyncIterable<BackupRow>,
  stopping?: AbortSignal,
): Promise<number> {
  if (existsSync(path)) throw new StartProblem(`${path} exists already. Choose another name.`);
  const partial = `${path}.${randomUUID()}.part`;
  const counts = { rowCount: 0 };
  try {
    const lines = toLines(origin, rows, counts);
    // `flush`: after a power failure, the file is complete or isn't there.
    await writeFile(partial, lines, { flag: "wx", mode: 0o600, flush: true, signal: stopping });
    await rename(partial, path);
    return counts.rowCount;
  } catch (error) {
    await rm(partial, { force: true });
    if (stopping?.aborted) throw new StartProblem(`Stopped. ${path} wasn’t created.`);
    throw toFileProblem(`Couldn’t write ${path}`, error);
  }
}

async function* toLines(
  origin: Origin,
  rows: AsyncIterable<BackupRow>,
  counts: { rowCount: number },
): AsyncGenerator<string> {
  const hash = createHash("sha256");
  function hashed(line: string): string {
    hash.update(line);
    return line;
  }
  yield hashed(toLine({ format: "rendezvous-backup", formatVersion: FORMAT_VERSION, ...origin }));
  for await (const row of rows) {
    counts.rowCount += 1;
    yield hashed(toLine(row));
  }
  yield toLine({ rowCount: counts.rowCount, sha256: hash.digest("hex") });
}
