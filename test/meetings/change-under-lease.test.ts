import { AppError } from "../../src/errors";
import type { RecordStore } from "../../src/meetings/ports/meeting-store";
import { MEETING_LEASE_MS } from "../../src/meetings/record/meeting-lease";
import { createMemoryStore } from "../../src/storage/memory-store";
import { ada, bo } from "../support/activities";
import { createTestClock, type TestClock } from "../support/clock";
import {
  createFakeOnlineMeetings,
  createPause,
  KEY,
  recordOf,
  startProcess,
  toCaller,
  type FakeOnlineMeetings,
} from "./processes";

const reference = { key: KEY, generation: 1 };
const card = {
  conversationId: KEY.threadId,
  activityId: "1",
  serviceUrl: "https://smba.example/",
  locale: "en-US",
  timeZone: "UTC",
  refreshUserIds: [],
};

let clock: TestClock;
let store: RecordStore;
let onlineMeetings: FakeOnlineMeetings;
let process: ReturnType<typeof startProcess>;
beforeEach(async () => {
  clock = createTestClock();
  store = createMemoryStore().records;
  onlineMeetings = createFakeOnlineMeetings();
  process = startProcess({ store, onlineMeetings, clock });
  await process.meet(toCaller(ada));
});

const rename = (subject = "Retro") => process.change({ reference, caller: toCaller(bo), subject });
const cancel = () => process.cancel({ reference, caller: toCaller(ada) });

describe.each([
  ["a change", rename],
  ["a cancellation", cancel],
])("%s", (_, change) => {
  test("keeps what others wrote while Graph was called", async () => {
    const pause = createPause();
    onlineMeetings.pause = pause.reach;
    const changing = change();
    await pause.reached;
    await process.retention.leave(KEY);
    const stored = (await store.get(KEY))!;
    const postedPreviews = [{ id: "preview", expiresAt: "2026-11-20T10:00:00.000Z" }];
    await store.replace(stored, { ...stored.record, cards: [card], postedPreviews });
    pause.end();
    expect(await changing).toMatchObject({ ok: true });
    expect(await recordOf(store)).toMatchObject({
      removedAt: clock.now().toISOString(),
      cards: [card],
      postedPreviews,
    });
    expect((await recordOf(store))?.lease).toBeUndefined();
  });

  test("ends its lease when Graph fails", async () => {
    const before = await recordOf(store);
    onlineMeetings.pause = () => Promise.reject(new AppError("graph_unavailable"));
    await expect(change()).rejects.toMatchObject({ code: "graph_unavailable" });
    expect(await recordOf(store)).toEqual(before);
  });

  test("doesn't start while another process has the lease", async () => {
    const pause = createPause();
    onlineMeetings.pause = pause.reach;
    const first = rename("First");
    await pause.reached;
    onlineMeetings.pause = async () => {};
    const second = change();
    await clock.waitForSleep(200);
    expect(await recordOf(store)).toMatchObject({ meeting: { subject: "Sprint review" } });
    pause.end();
    await first;
    expect(await recordOf(store)).toMatchObject({ meeting: { subject: "First" } });
    await clock.advance(200);
    expect(await second).toMatchObject({ ok: true });
  });
});

test("a change keeps its lease while someone asks for the meeting", async () => {
  const pause = createPause();
  onlineMeetings.pause = pause.reach;
  const changing = rename();
  await pause.reached;
  onlineMeetings.pause = async () => {};
  const before = await recordOf(store);
  expect(before?.lease).toMatchObject({ purpose: "change" });
  await process.meet(toCaller(bo));
  expect((await recordOf(store))?.lease).toEqual(before?.lease);
  pause.end();
  expect(await changing).toMatchObject({ ok: true, record: { meeting: { subject: "Retro" } } });
  expect(await recordOf(store)).toMatchObject({ meeting: { subject: "Retro" } });
});

test("a change whose lease was taken over is repeated on the record as it is then", async () => {
  const pause = createPause();
  const pauses = [pause.reach];
  onlineMeetings.pause = async () => pauses.shift()?.();
  const late = process.change({ reference, caller: toCaller(bo), subject: "Late" });
  await pause.reached;
  await clock.advance(MEETING_LEASE_MS);
  await cancel();
  pause.end();
  expect(await late).toMatchObject({ ok: false, reason: "cancelled" });
  expect(await recordOf(store)).toMatchObject({ state: "cancelled", generation: 2 });
});
