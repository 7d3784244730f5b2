import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Returns folder names in a temporary folder, which is deleted after the file's tests. */
export function useTemporaryFolder(): () => string {
  let root: string;
  let count = 0;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "rendezvous-storage-"));
  });
  afterAll(() => rmSync(root, { recursive: true }));
  return () => join(root, `store.${(count += 1)}`);
}
