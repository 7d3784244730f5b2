import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { backup } from "../../../src/cli/backup/backup";
import { restore } from "../../../src/cli/backup/restore";
import { StartProblem } from "../../../src/cli/start-problem";
import { startLocalCloud } from "../../../src/local/local-cloud";
import { openStore, openTable } from "../../../src/storage/open-store";
import { scanRows } from "../../../src/storage/scan-rows";
import type { TextRow } from "../../../src/storage/text-table";
import { cancelled, claimed, fullRecord, general, tenantId } from "../../contracts/records";
import { useTemporaryFolder } from "../../storage/temporary-folder";
import { message } from "../../support/activities";
import { cardOf } from "../../support/cards";
import { createTestClock } from "../../support/clock";
import { linkOf } from "../../support/meeting";
import { copyLink, openLink } from "../../support/meeting-links";
import { readOptions } from "../../support/read-options";
import { SIGNING_PAIR } from "../../support/rsa-pairs";
import { startApp } from "../../support/start-app";

const ROOT = join(__dirname, "../../..");
const VERSION = (
  JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string }
).version;
const nextFolder = useTemporaryFolder();

/** Filling a store takes longer than any test. */
let filled: string;
beforeAll(async () => {
  filled = nextStore();
  await fill(filled);
});

let folder: string;
let file: string;
beforeEach(() => {
  folder = nextFolder();
  mkdirSync(folder);
  file = join(folder, "backup.jsonl");
});

const nextStore = () => `lmdb:${nextFolder()}`;
const pathOf = (store: string) => store.slice("lmdb:".length);

function save(store: string, stopping = new AbortController().signal): Promise<string> {
  const context = { programFolder: ROOT, now: createTestClock().now, stopping };
  return backup(readOptions("backup", [file]), { STORE: store }, context);
}

function bringBack(store: string, ...options: string[]): Promise<string> {
  return restore(readOptions("restore", [file, ...options]), { STORE: store });
}

async function rowsOf(name: string): Promise<Omit<TextRow, "version">[]> {
  const table = openTable(name, { mustExist: true });
  const rows: Omit<TextRow, "version">[] = [];
  for await (const { key, text } of scanRows(table)) rows.push({ key, text });
  await table.close();
  return rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** More rows than a page or a batch has, of every kind, and one of a later release. */
async function fill(name: string): Promise<void> {
  const store = openStore(name);
  await store.records.insert(fullRecord);
  await store.records.insert(cancelled({ key: { ...general, room: "retro" } }));
  const recent = { aadId: "ada", key: general, requestedAt: "2026-03-02T09:00:00.000Z" };
  await store.recentMeetings.insert(recent);
  for (let room = 0; room < 120; room += 1) {
    await store.records.insert(claimed({ key: { ...general, room: `room ${room}` } }));
  }
  await store.close();
  const table = openTable(name);
  await table.insert({ conversation: "c0ffee", room: "1a2b3c" }, '{"schemaVersion":99}');
  await table.close();
}

async function problemOf(running: Promise<string>): Promise<string> {
  const error: unknown = await running.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StartProblem);
  const { message: sentence } = error as StartProblem;
  expect(sentence).toMatch(/^[^\n]+\.$/);
  return sentence;
}

describe("a backup", () => {
  test("has every row, and restores them in an empty store", async () => {
    const copy = nextStore();
    expect(await save(filled)).toBe(`Saved 124 rows of ${pathOf(filled)} to ${file}.`);
    expect(await bringBack(copy)).toBe(
      `Restored 124 rows to ${pathOf(copy)}, from the backup that Rendezvous ${VERSION} made at 2026-11-20T09:00:00.000Z.`,
    );
    expect(await rowsOf(copy)).toEqual(await rowsOf(filled));
  });

  test("is in JSON lines, with a header and an end, and no text ends a line", async () => {
    await save(filled);
    const text = readFileSync(file, "utf8");
    expect(text).not.toMatch(/[\r\u2028\u2029]/);
    const lines = text.trimEnd().split("\n");
    expect(JSON.parse(lines[0]!)).toEqual({
      format: "rendezvous-backup",
      formatVersion: 1,
      programVersion: VERSION,
      createdAt: "2026-11-20T09:00:00.000Z",
    });
    expect(JSON.parse(lines.at(-1)!)).toEqual({ rowCount: 124, sha256: expect.any(String) });
    expect(lines).toHaveLength(126);
  });

  test("can be read and written only by its owner", async () => {
    await save(filled);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["backup.jsonl"]);
  });

  test("is made while servers use the store", async () => {
    const name = nextStore();
    const store = openStore(name);
    await store.records.insert(claimed());
    expect(await save(name)).toContain("Saved 1 row of ");
    expect(await store.records.get(general)).toBeDefined();
    await store.close();
  });

  test("leaves out commands that wait for a sign-in, which could run twice, and answered messages", async () => {
    const name = nextStore();
    const store = openStore(name);
    const conversation = { tenantId, threadId: general.threadId };
    const waiting = { ...conversation, id: "1", aadId: "ada", token: "encrypted" };
    const expiresAt = "2026-11-20T09:10:00.000Z";
    await store.pendingCommands.insert({ ...waiting, expiresAt });
    await store.answeredMessages.insert({ ...conversation, id: "1", isAnswered: true, expiresAt });
    await store.close();
    expect(await save(name)).toContain("Saved 0 rows of ");
  });

  test("doesn't replace a file", async () => {
    writeFileSync(file, "mine");
    expect(await problemOf(save(filled))).toBe(`${file} exists already. Choose another name.`);
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  test("that is stopped leaves no file", async () => {
    expect(await problemOf(save(filled, AbortSignal.abort()))).toBe(
      `Stopped. ${file} wasn’t created.`,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test("of a store that fails leaves no file", async () => {
    const store = nextStore();
    await expect(save(store)).rejects.toMatchObject({
      details: { reason: expect.stringContaining(`There are no records in ${pathOf(store)}.`) },
    });
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync(pathOf(store))).toBe(false);
  });

  test("in a missing folder is reported", async () => {
    file = join(folder, "missing", "backup.jsonl");
    expect(await problemOf(save(filled))).toBe(
      `Couldn’t write ${file}: no such file or directory.`,
    );
  });

  test("needs STORE", async () => {
    expect(await problemOf(save(""))).toMatch(/^STORE is missing/);
    expect(await problemOf(bringBack("memory"))).toMatch(/^STORE can’t be “memory”/);
  });
});

describe("a store that has records", () => {
  let store: string;
  beforeEach(async () => {
    await save(filled);
    store = nextStore();
    const existing = openStore(store);
    await existing.records.insert(claimed({ subject: "Newer" }));
    await existing.close();
  });

  test("isn't changed by a restore", async () => {
    const before = await rowsOf(store);
    expect(await problemOf(bringBack(store))).toBe(
      `${pathOf(store)} has records already. To add those that are missing there, use --merge. Nothing was restored.`,
    );
    expect(await rowsOf(store)).toEqual(before);
  });

  test("gets the missing rows with --merge, and keeps its own", async () => {
    expect(await bringBack(store, "--merge")).toMatch(
      /^Restored 123 rows to .*\. 1 row existed already and stayed the same\.$/,
    );
    expect(await rowsOf(store)).toHaveLength(124);
    const merged = openStore(store);
    expect((await merged.records.get(general))?.record).toMatchObject({ subject: "Newer" });
    await merged.close();
    expect(await bringBack(store, "--merge")).toMatch(/^Restored 0 rows .* 124 rows existed/);
  });
});

describe("nothing is restored from", () => {
  let lines: string[];
  beforeEach(async () => {
    await save(filled);
    lines = readFileSync(file, "utf8").trimEnd().split("\n");
  });

  async function expectRefusal(sentence: string): Promise<void> {
    const store = nextStore();
    expect(await problemOf(bringBack(store))).toContain(sentence);
    expect(existsSync(pathOf(store))).toBe(false);
  }
  const write = (...changed: string[]) => writeFileSync(file, `${changed.join("\n")}\n`);

  test("a file that was cut off, at a line or in one", async () => {
    write(...lines.slice(0, -1));
    await expectRefusal("is incomplete: its end is missing. Nothing was restored.");
    write(...lines);
    truncateSync(file, statSync(file).size - 10);
    await expectRefusal("is damaged");
  });

  test("a file in which one character changed", async () => {
    write(...lines.map((line) => line.replace("Sprint review", "Sprint revlew")));
    await expectRefusal("is damaged");
  });

  test("a file that lacks a row, or has one twice", async () => {
    write(...lines.filter((_, index) => index !== 3));
    await expectRefusal("is damaged");
    write(...lines.slice(0, 4), ...lines.slice(3));
    await expectRefusal("is damaged");
  });

  test("two backups in one file, or one with an addition", async () => {
    appendFileSync(file, readFileSync(file));
    await expectRefusal("is damaged");
    for (const added of ["", lines.at(-1)!]) {
      write(...lines, added);
      await expectRefusal("is damaged");
    }
  });

  test("any other file", async () => {
    file = join(ROOT, "package.json");
    await expectRefusal(`${file} isn’t a backup of Rendezvous.`);
    file = join(folder, "empty");
    writeFileSync(file, "");
    await expectRefusal(`${file} isn’t a backup of Rendezvous.`);
    file = join(pathOf(filled), "data.mdb");
    await expectRefusal(`${file} isn’t a backup of Rendezvous.`);
  });

  test("a folder, or a missing file", async () => {
    file = folder;
    await expectRefusal(`Couldn’t read ${folder}: illegal operation on a directory.`);
    file = join(folder, "missing");
    await expectRefusal(`Couldn’t read ${file}: no such file or directory.`);
  });

  test("a later format", async () => {
    const header = JSON.parse(lines[0]!) as object;
    const later = { ...header, formatVersion: 2, programVersion: "2.0.0" };
    write(JSON.stringify(later), "?");
    await expectRefusal(
      `${file} has format version 2, but this release reads version 1. Restore it with Rendezvous 2.0.0 or newer.`,
    );
  });
});

test("a meeting made before the backup is found after the restore, with the same links", async () => {
  const [name, copy] = [nextStore(), nextStore()];
  const clock = createTestClock();
  const store = openStore(name);
  const cloud = await startLocalCloud({ signingPair: SIGNING_PAIR, now: clock.now });
  const before = await startApp({ store, clock, cloud });
  const { sent } = await before.turn(message("meet Sprint review"));
  const joinUrl = linkOf(cardOf(sent[0]));
  const link = await copyLink(before, sent[0]);
  await before.stop();
  await store.close();

  await save(name);
  await bringBack(copy);

  const restored = openStore(copy);
  const after = await startApp({ store: restored, clock, cloud });
  const again = await after.turn(message("meet"));
  expect(linkOf(cardOf(again.sent[0]))).toBe(joinUrl);
  expect((await openLink(after, link)).headers.get("location")).toBe(joinUrl);
  expect(cloud.meetings()).toHaveLength(1);
  await after.stop();
  await restored.close();
  await cloud.close();
});
