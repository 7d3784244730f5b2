import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openStore } from "../../src/storage/open-store";
import { cancelled, fullRecord, general } from "../contracts/records";
import { useTemporaryFolder } from "../storage/temporary-folder";
import { startAzurite, toConnectionString, type Azurite } from "../support/azurite";
import { runProgram, SLOW_CLOCK } from "../support/run-program";

const MAIN = join(__dirname, "../../dist/src/main.js");
const nextFolder = useTemporaryFolder();

let folder: string;
let lmdb: string;
beforeEach(async () => {
  folder = nextFolder();
  mkdirSync(folder);
  lmdb = `lmdb:${nextFolder()}`;
  const store = openStore(lmdb);
  await store.records.insert(fullRecord);
  await store.records.insert(cancelled({ key: { ...general, room: "retro" } }));
  await store.close();
});

async function run(args: string[], store: string) {
  const program = runProgram(args, { ...SLOW_CLOCK, STORE: store });
  return { code: await program.exited, output: program.output, errors: program.errors };
}

/** The lines of a backup's rows, without its header and end. */
function rowsIn(file: string): string[] {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(1, -1).toSorted();
}

describe("with a table", () => {
  let azurite: Azurite;
  let table: string;
  beforeEach(async () => {
    azurite = await startAzurite();
    table = `azure-table:${toConnectionString(azurite.url)}`;
  });
  afterEach(() => azurite.stop());

  test("the records move from a folder to the table and back", async () => {
    const [first, second] = [join(folder, "first.jsonl"), join(folder, "second.jsonl")];
    expect(await run(["backup", first], lmdb)).toMatchObject({ code: 0, errors: [] });
    expect(await run(["restore", first], table)).toMatchObject({
      code: 0,
      errors: [],
      output: [
        expect.stringContaining(`Restored 2 rows to ${azurite.url}/devstoreaccount1, from the`),
      ],
    });
    expect(await run(["backup", second], table)).toMatchObject({
      code: 0,
      output: [`Saved 2 rows of ${azurite.url}/devstoreaccount1 to ${second}.`],
    });
    expect(rowsIn(second)).toHaveLength(2);
    expect(rowsIn(second)).toEqual(rowsIn(first));

    const other = `lmdb:${nextFolder()}`;
    expect(await run(["restore", second], other)).toMatchObject({ code: 0 });
    const store = openStore(other);
    expect((await store.records.get(general))?.record).toEqual(fullRecord);
    await store.close();
  });

  test("a backup of an account without the table fails, and creates neither", async () => {
    const file = join(folder, "backup.jsonl");
    const missing =
      "There are no records in the storage account. Set STORE to the account that the bot uses.";
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect(await run(["backup", file], table)).toMatchObject({ code: 1, errors: [missing] });
    }
    expect(existsSync(file)).toBe(false);
  });

  test("a table that fails during a restore is reported with how to continue", async () => {
    const file = join(folder, "backup.jsonl");
    await run(["backup", file], lmdb);
    const wrongKey = toConnectionString(azurite.url, Buffer.alloc(64).toString("base64"));
    const { code, errors } = await run(["restore", file, "--merge"], `azure-table:${wrongKey}`);
    expect(code).toBe(1);
    expect(errors).toEqual([
      expect.stringMatching(
        /^writing: the table service returned 403 .*\. Not all of the 2 rows were restored\. To continue, use --merge\.$/,
      ),
    ]);
  });
});

test("a wrong file is answered with one sentence on stderr and exit code 1", async () => {
  const file = join(folder, "notes.txt");
  writeFileSync(file, "Buy milk");
  const { code, output, errors } = await run(["restore", file], `lmdb:${nextFolder()}`);
  expect(code).toBe(1);
  expect(errors).toEqual([
    `${file} isn’t a backup of Rendezvous. Nothing was restored. Use another backup.`,
  ]);
  expect(output).toEqual(errors);
});

test("a pipe, which can't be read twice, isn't reported as restored", async () => {
  const file = join(folder, "backup.jsonl");
  await run(["backup", file], lmdb);
  const command = `cat "$1" | "$2" "$3" restore /dev/stdin`;
  const args = ["-c", command, "sh", file, process.execPath, MAIN];
  const env = { PATH: process.env.PATH, STORE: `lmdb:${nextFolder()}` };
  const { status, stdout, stderr } = spawnSync("sh", args, { env, encoding: "utf8" });
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toBe("/dev/stdin changed while it was read.\n");
});
