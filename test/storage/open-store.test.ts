import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { openStore, parseStoreSpec } from "../../src/storage/open-store";
import { claimed, general } from "../contracts/records";
import { AZURITE_KEY, toConnectionString } from "../support/azurite";
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

test.each(["", "  ", "lmdb", "lmdb:", "lmdb: ", "LMDB:x", "memory:", "Azure-table:x", "data/x"])(
  "%j names no store, and the error lists the valid forms",
  (text) => {
    const parsed = parseStoreSpec(text);
    expect(parsed).toEqual({ ok: false, reason: expect.stringMatching(/lmdb:PATH.*\.$/) });
    expect(() => openStore(text)).toThrow(expect.objectContaining({ code: "store_unavailable" }));
  },
);

test.each([
  "src/storage/README.md",
  "env/README.md",
  "docs/operating.md",
  "src/config/settings.ts",
])("%s names all stores that the error lists", (path) => {
  const parsed = parseStoreSpec("");
  const kinds = parsed.ok ? [] : [...parsed.reason.matchAll(/(?<=[ (])[a-z-]+:(?=\S)/g)].flat();
  expect(kinds).toEqual(expect.arrayContaining(["lmdb:", "azure-table:"]));
  const text = readFileSync(path, "utf8");
  expect(kinds.filter((kind) => !text.includes(kind))).toEqual([]);
});

const SAS = "sv=2019-02-02&sig=c3dvcmRmaXNo";
const ACCOUNT = "AccountName=contoso;AccountKey=c3dvcmRmaXNo;EndpointSuffix=core.windows.net";

test.each([
  `DefaultEndpointsProtocol=https;${ACCOUNT}`,
  `TableEndpoint=https://contoso.table.core.windows.net/;SharedAccessSignature=${SAS}`,
  "UseDevelopmentStorage=true",
  toConnectionString("http://127.0.0.1:10002"),
  toConnectionString("http://localhost:10002"),
  toConnectionString("http://[::1]:10002"),
])("a connection string names a table, and is treated as a secret: %s", (connectionString) => {
  const parsed = parseStoreSpec(` azure-table:${connectionString}\n`);
  if (!parsed.ok || !("connectionString" in parsed.spec)) throw new Error("not read");
  expect(parsed.spec.connectionString.reveal()).toBe(connectionString);
  expect(inspect(parsed, { depth: 9 }) + JSON.stringify(parsed)).not.toMatch(/=/);
});

test.each([
  ["https://contoso.table.core.windows.net", "https://contoso.table.core.windows.net"],
  ["HTTPS://Contoso.table.core.windows.net/", "https://contoso.table.core.windows.net"],
  ["https://contoso.table.core.usgovcloudapi.net", "https://contoso.table.core.usgovcloudapi.net"],
  ["https://127.0.0.1:10002/devstoreaccount1/", "https://127.0.0.1:10002/devstoreaccount1"],
])("an account URL names a table: %s", (url, accountUrl) => {
  expect(parseStoreSpec(`azure-table:${url}`)).toEqual({
    ok: true,
    spec: { kind: "azure-table", accountUrl },
  });
});

test.each([
  ["azure-table:", "has no account"],
  ["azure-table: ", "has no account"],
  ["azure-table:contoso", "isn’t a connection string or an account’s URL"],
  ["azure-table:AccountName=contoso;AccountKey=c3dvcmRmaXNo", "isn’t a connection string or"],
  ["azure-table:DefaultEndpointsProtocol=https;AccountName=contoso", "isn’t a connection string"],
  [`azure-table:SharedAccessSignature=${SAS}`, "isn’t a connection string or an account’s URL"],
  [`azure-table:DefaultEndpointsProtocol=http;${ACCOUNT}`, "uses HTTP to reach another machine"],
  [
    `azure-table:${toConnectionString("http://10.0.0.4:10002")}`,
    "uses HTTP to reach another machine",
  ],
  ["azure-table:http://contoso.table.core.windows.net", "needs HTTPS"],
  ["azure-table:https://", "URL isn’t valid"],
  ["azure-table:https://contoso.blob.core.windows.net", "the account’s blob service"],
  [
    `azure-table:https://contoso.table.core.windows.net/?${SAS}`,
    "contains a signature or other parameters",
  ],
  [
    "azure-table:https://me:c3dvcmRmaXNo@contoso.table.core.windows.net",
    "a signature or other parameters",
  ],
  [`DefaultEndpointsProtocol=https;${ACCOUNT}`, "This value isn’t a known store"],
  [AZURITE_KEY, "This value isn’t a known store"],
  ["redis://:c3dvcmRmaXNo@cache", "This value isn’t a known store"],
])("%j is rejected with the expected form, without quoting a key", (text, sentence) => {
  const parsed = parseStoreSpec(text);
  if (parsed.ok) throw new Error("was read");
  expect(parsed.reason).toContain(sentence);
  expect(parsed.reason).toMatch(/\. (Use|Copy) [^\n]+\.$/);
  expect(parsed.reason).not.toMatch(/c3dvcmRmaXNo|Eby8vdM0/);
});

test("an account URL without a managed identity, as in the demo, is rejected", () => {
  expect(() => openStore("azure-table:https://contoso.table.core.windows.net")).toThrow(
    /needs a managed identity\. Use a connection string/,
  );
});

test("opens the named store", async () => {
  for (const text of ["memory", `lmdb:${nextFolder()}`]) {
    const store = openStore(text);
    const stored = await store.records.insert(claimed());
    expect(await store.records.get(general)).toEqual(stored);
    await store.close();
  }
});

test("a folder that can't be created is reported with its path", () => {
  const path = nextFolder();
  writeFileSync(path, "");
  expect(() => openStore(`lmdb:${join(path, "below")}`)).toThrow(join(path, "below"));
});

test("a missing store that must exist is reported with its folder", async () => {
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
