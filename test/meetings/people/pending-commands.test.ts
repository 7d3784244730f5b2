import { createSecretKey } from "node:crypto";
import type { Log } from "../../../src/log";
import {
  createPendingCommands,
  PENDING_COMMAND_MS,
} from "../../../src/meetings/people/pending-commands";
import { createRetention } from "../../../src/meetings/people/retention";
import type { PendingCommandStore } from "../../../src/meetings/ports/meeting-store";
import { createMemoryTable } from "../../../src/storage/memory-store";
import { createTableStore } from "../../../src/storage/table-store";
import { ada, bo, general, TENANT } from "../../support/activities";
import { createTestClock } from "../../support/clock";
import { tokensWith } from "../../support/tokens";

const adaHere = { tenantId: TENANT, aadId: ada.aadId };
const boHere = { tenantId: TENANT, aadId: bo.aadId };
const { threadId } = general;

const SILENT: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
};

function createProcesses() {
  const table = createMemoryTable();
  const store = createTableStore(table);
  const { now, advance } = createTestClock();
  function start(...fills: number[]) {
    const [first, ...others] = fills.map((fill) => createSecretKey(Buffer.alloc(32, fill)));
    const pendingToken = tokensWith(first!, ...others).pending;
    return createPendingCommands({ store, pendingToken, now });
  }
  async function sweep(): Promise<number> {
    const retention = createRetention({
      store,
      now,
      log: SILENT,
      retentionMs: 1,
      planLost: async () => {},
    });
    return (await retention.sweep()).pendingCommandCount;
  }
  return { start, store, table, advance, sweep };
}

test("only one of many processes that see the sign-in at the same time takes a command", async () => {
  const { start } = createProcesses();
  const processes = [start(7), start(7), start(7)];
  await processes[0]!.keep(adaHere, threadId, { text: "meet" });
  await processes[1]!.keep(boHere, threadId, { text: "rooms" });
  const taken = await Promise.all(processes.map((one) => one.takeAll(adaHere)));
  expect(taken.flat()).toEqual([{ content: { text: "meet" }, isExpired: false }]);
});

test("an addition is taken with its command, even if another process takes it concurrently", async () => {
  const { start } = createProcesses();
  const { keep, note, takeAll } = start(7);
  const id = await keep(adaHere, threadId, { text: "meet" });
  const [isNoted, taken] = await Promise.all([
    note(adaHere, id, { answerId: "sent-1" }),
    takeAll(adaHere),
  ]);
  expect(taken).toHaveLength(1);
  expect(taken[0]?.content).toEqual({ text: "meet", ...(isNoted && { answerId: "sent-1" }) });
  expect(await note(adaHere, id, { answerId: "sent-1" })).toBe(false);
  expect(await takeAll(adaHere)).toEqual([]);
});

test("a command that changes between reading and taking is still taken", async () => {
  const { store } = createProcesses();
  let isAdded = false;
  const racing: PendingCommandStore = {
    ...store.pendingCommands,
    async erase(stored) {
      const { replace, erase } = store.pendingCommands;
      if (!isAdded) isAdded = (await replace(stored, stored.record)) !== undefined;
      return erase(stored);
    },
  };
  const pendingToken = tokensWith(createSecretKey(Buffer.alloc(32, 7))).pending;
  const { now } = createTestClock();
  const { keep, takeAll } = createPendingCommands({
    store: { pendingCommands: racing },
    pendingToken,
    now,
  });
  await keep(adaHere, threadId, { text: "meet" });
  expect(await takeAll(adaHere)).toHaveLength(1);
  expect(isAdded).toBe(true);
});

test("the store never contains the plain text", async () => {
  const { start, table } = createProcesses();
  const { keep } = start(7);
  await keep(adaHere, threadId, { text: "meet Project Nightingale" });
  const texts = (await table.scan()).rows.map(({ text }) => text);
  expect(texts).toHaveLength(1);
  expect(texts.join()).not.toContain("Nightingale");
});

test("a command expires after 15 minutes, and the daily sweep erases it", async () => {
  const { start, advance, sweep } = createProcesses();
  const { keep, takeAll } = start(7);
  await keep(adaHere, threadId, { text: "meet" });
  await keep(boHere, threadId, { text: "rooms" });
  await advance(PENDING_COMMAND_MS - 1);
  expect(await sweep()).toBe(0);
  await advance(1);
  expect(await takeAll(adaHere)).toEqual([{ content: { text: "meet" }, isExpired: true }]);
  expect(await sweep()).toBe(1);
  expect(await takeAll(boHere)).toEqual([]);
});

test("keys can be rotated while a command waits, and it can't be read without its key", async () => {
  const { start } = createProcesses();
  await start(7).keep(adaHere, threadId, { text: "meet" });
  expect(await start(8, 7).takeAll(adaHere)).toEqual([
    { content: { text: "meet" }, isExpired: false },
  ]);
  await start(7).keep(adaHere, threadId, { text: "meet" });
  expect(await start(8).takeAll(adaHere)).toEqual([{ isExpired: false }]);
});
