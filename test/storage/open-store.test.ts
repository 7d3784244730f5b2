import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openStore, parseStoreSpec } from "../../src/storage/open-store";
import { claimed, general } from "../contracts/records";
import { useTemporaryFolder } from "./temporary-folder";

const nextFolder = useTemporaryFolder();

test.each([
  ["memory", { kind: "memory" }],
  [" memory\n", { kind: "memory" }],
  ["lmdb:data/rendezvous", { kind: "lmdb", path: "data/rendezvous" }],
  ["lmdb:/var/lib/a b.d", { kind: "lmdb", path: "/var/lib/a b.d" }],
  ["lmdb:C:\\data", { kind: "lmdb", path: "C:\\data" }],
])("%j names a store", (text, spec) => {
  expect(parseStoreSpec(text)).toEqual({ ok: true, spec });
});

test.each(["", "  ", "lmdb", "lmdb:", "lmdb: ", "LMDB:x", "memory:", "azure-table:x", "data/x"])(
  "%j names no store, and is answered with the forms there are",
  (text) => {
    const parsed = parseStoreSpec(text);
    expect(parsed).toEqual({ ok: false, reason: expect.stringMatching(/lmdb:PATH.*\.$/) });
    expect(() => openStore(text)).toThrow(expect.objectContaining({ code: "store_unavailable" }));
  },
);

test("the named store opens and works", async () => {
  for (const text of ["memory", `lmdb:${nextFolder()}`]) {
    const store = openStore(text);
    const stored = await store.insert(claimed());
    expect(await store.get(general)).toEqual(stored);
    await store.close();
  }
});

test("a folder that cannot be made is said with its path", () => {
  const path = nextFolder();
  writeFileSync(path, "");
  expect(() => openStore(`lmdb:${join(path, "below")}`)).toThrow(join(path, "below"));
});

test("a store that must exist is not made, and the folder that was meant is named", async () => {
  const path = nextFolder();
  const open = () => openStore(`lmdb:${path}`, { mustExist: true });
  expect(open).toThrow(
    expect.objectContaining({
      code: "store_unavailable",
      details: { reason: expect.stringContaining(`no records in ${path}.`) },
    }),
  );
  expect(existsSync(path)).toBe(false);
  await openStore(`lmdb:${path}`).close();
  await open().close();
});
