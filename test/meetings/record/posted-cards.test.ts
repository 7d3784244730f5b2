import { createPostedCards, type UpdateRecord } from "../../../src/meetings/record/posted-cards";
import { createKeyedQueue } from "../../../src/async/keyed-queue";
import type { PostedCard, MeetingRecord } from "../../../src/meetings/record/meeting-record";
import { general, live } from "../../contracts/records";

const THREAD = general.threadId;

function row(activityId: string, conversationId = THREAD): PostedCard {
  const viewer = { locale: "en-US", timeZone: "UTC" };
  const place = { conversationId, activityId, serviceUrl: "https://smba.example/" };
  return { ...place, ...viewer, refreshUserIds: [] };
}

/** A record without concurrent writes. */
function keptIn(record: MeetingRecord) {
  const kept = { record };
  const updateRecord: UpdateRecord = async (_key, change) => {
    const next = change(kept.record);
    if (next) kept.record = next;
  };
  return { kept, rows: createPostedCards(updateRecord, createKeyedQueue()) };
}

const ids = ({ cards = [] }: MeetingRecord) => cards.map(({ activityId }) => activityId);

test("the last 20 messages are kept, the newest last", async () => {
  const { kept, rows } = keptIn(live());
  for (let index = 1; index <= 25; index += 1) await rows.keep(general, row(`${index}`));
  expect(ids(kept.record)).toEqual(Array.from({ length: 20 }, (_, index) => `${index + 6}`));
});

test("a message is kept once, with or without its thread", async () => {
  const { kept, rows } = keptIn(live());
  await rows.keep(general, row("1"));
  await rows.keep(general, row("2"));
  await rows.keep(general, row("1", `${THREAD};messageid=1`));
  expect(ids(kept.record)).toEqual(["2", "1"]);
  await rows.drop(general, row("1"));
  expect(ids(kept.record)).toEqual(["2"]);
});

test("a message clears the removal mark", async () => {
  const { kept, rows } = keptIn(live({ removedAt: "2026-11-01T09:00:00.000Z" }));
  await rows.keep(general, row("1"));
  expect(kept.record.removedAt).toBeUndefined();
});

test("a blocked record delays only its own messages", async () => {
  const done: string[] = [];
  const gate = { open() {} };
  const opened = new Promise<void>((resolve) => {
    gate.open = resolve;
  });
  const rows = createPostedCards(async ({ room }) => {
    if (room === "held") await opened;
    done.push(room);
    return undefined;
  }, createKeyedQueue());
  const held = { ...general, room: "held" };
  const waiting = [rows.keep(held, row("1")), rows.keep(held, row("2"))];
  await rows.keep(general, row("3"));
  await rows.keep(general, row("4"));
  expect(done).toEqual(["", ""]);
  gate.open();
  await Promise.all(waiting);
  expect(done).toEqual(["", "", "held", "held"]);
});

test("messages that wait for a write are written together", async () => {
  let writes = 0;
  let record: MeetingRecord = live();
  const rows = createPostedCards(async (_key, change) => {
    writes += 1;
    await Promise.resolve();
    record = change(record) ?? record;
  }, createKeyedQueue());
  await Promise.all(["1", "2", "3"].map((id) => rows.keep(general, row(id))));
  expect(ids(record)).toEqual(["1", "2", "3"]);
  expect(writes).toBe(2);
});

test("a failure affects only its message", async () => {
  let failures = 1;
  const { kept, rows } = keptIn(live());
  const failing = createPostedCards(async (key, change) => {
    failures -= 1;
    if (failures >= 0) throw new Error("the disk is full");
    return change(kept.record) && rows.keep(key, row("2")).then(() => undefined);
  }, createKeyedQueue());
  await expect(failing.keep(general, row("1"))).rejects.toThrow("the disk is full");
  await failing.keep(general, row("2"));
  expect(ids(kept.record)).toEqual(["2"]);
});
