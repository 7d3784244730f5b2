import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gives folder names below one temporary folder, which goes when the file's tests are done. */
export function useTemporaryFolder(): () => string {
  let root: string;
  let count = 0;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "rendezvous-storage-"));
  });
  afterAll(() => rmSync(root, { recursive: true }));
  return () => join(root, `store.${(count += 1)}`);
}
