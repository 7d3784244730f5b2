// A process with a store, for store-process.ts: answers calls over IPC, or makes the one call in its arguments.
"use strict";
const { loadTypeScript } = require("../support/load-typescript.cjs");
loadTypeScript();
const [spec, oneCall] = process.argv.slice(2);
const { openStore } = require("../../src/storage/open-store");
const { updateRow } = require("../../src/meetings/record/update-row");
let store = openStore(spec);

const calls = {
  insert: (record) => store.records.insert(record),
  get: (key) => store.records.get(key),
  list: (conversation) => store.records.list(conversation),
  close: () => store.close(),

  /** Switches to another store. */
  async open(nextSpec) {
    await store.close();
    store = openStore(nextSpec);
  },

  /** For each record, whether this process was the one that inserted it. */
  async insertEach(records) {
    const wins = [];
    for (const record of records) wins.push((await store.records.insert(record)) !== undefined);
    return wins;
  },

  /** For each record, what this process did: "erased", "replaced", or nothing when another process was first. */
  async eraseOrReplaceEach(all, isErasing) {
    const done = [];
    for (const [index, stored] of all.entries()) {
      const next = { ...stored.record, generation: stored.record.generation + 1 };
      if ((index % 2 === 0) === isErasing)
        done.push((await store.records.erase(stored)) ? "erased" : "");
      else done.push((await store.records.replace(stored, next)) ? "replaced" : "");
    }
    return done;
  },

  listRecents: async (user) => (await store.recentMeetings.list(user)).records,
  async keepEachRecent(recents) {
    for (const row of recents) await updateRow(store.recentMeetings, row, () => row);
  },

  eraseConversation: (conversation) => store.eraseConversation(conversation),

  async scan() {
    const scanned = [];
    for await (const { kind, stored } of store.scan()) if (kind === "record") scanned.push(stored);
    return scanned;
  },

  /** Inserts all at the same time, and acknowledges each room that is stored. */
  async insertRooms(records) {
    await Promise.allSettled(records.map(insertAndTell));
  },

  async increment(key, count) {
    for (let done = 0; done < count;) {
      const stored = await store.records.get(key);
      const next = { ...stored.record, generation: stored.record.generation + 1 };
      if (await store.records.replace(stored, next)) done += 1;
    }
  },

  /** Inserts rooms until the process is killed, and acknowledges each one that is stored. */
  async insertRoomsForEver(record) {
    for (let count = 0; ; count += 1) {
      await insertAndTell({ ...record, key: { ...record.key, room: `${process.pid} ${count}` } });
    }
  },
};

async function insertAndTell(record) {
  if (await store.records.insert(record)) process.send({ acknowledged: record.key.room });
}

if (oneCall) {
  const [name, ...args] = JSON.parse(oneCall);
  void calls[name](...args);
} else {
  process.on("disconnect", () => process.exit());
  process.on("message", async ({ id, name, args }) => {
    process.send({ id, result: await calls[name](...args) });
  });
  process.send("ready to be called");
}
