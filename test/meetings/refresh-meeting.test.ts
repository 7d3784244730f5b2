import { AppError } from "../../src/errors";
import type { ClaimedRecord, LiveRecord } from "../../src/meetings/record/meeting-record";
import type { OnlineMeeting } from "../../src/meetings/ports/online-meeting";
import type { MeetingStore, RecordStore } from "../../src/meetings/ports/meeting-store";
import { createRefreshMeeting } from "../../src/meetings/refresh-meeting";
import { createMemoryStore } from "../../src/storage/memory-store";
import { claimed, live } from "../contracts/records";
import { createTestClock, type TestClock } from "../support/clock";
import { createFakeOnlineMeetings, KEY, recordOf } from "./processes";

const FRESHNESS_MS = 15_000;

let clock: TestClock;
let memory: MeetingStore;
let store: RecordStore;
/** What Graph returns, or does in between. */
let askGraph: () => Promise<OnlineMeeting>;
let known: LiveRecord;
let claim: ClaimedRecord;
beforeEach(() => {
  clock = createTestClock();
  memory = createMemoryStore();
  store = memory.records;
  known = live({ key: KEY, generation: 2, fetchedAt: clock.now().toISOString() });
  claim = claimed({ key: KEY, generation: 1 });
  askGraph = async () => ({ ...known.meeting, subject: "Renamed" });
});

function refresh(generation = 2, overStore: RecordStore = store) {
  const onlineMeetings = { ...createFakeOnlineMeetings(), get: () => askGraph() };
  const { now } = clock;
  return createRefreshMeeting({
    store: overStore,
    onlineMeetings,
    now,
    freshnessMs: FRESHNESS_MS,
  }).refreshMeeting({ key: KEY, generation });
}

/** Inserts the known record and lets it become stale. */
async function insertStale() {
  const stored = await store.insert(known);
  await clock.advance(FRESHNESS_MS);
  return stored!;
}

describe("a refresh whose record changes during the call to Graph", () => {
  test("shows what another process wrote, and doesn't overwrite it", async () => {
    const stored = await insertStale();
    const theirs = live({ key: KEY, generation: 3, fetchedAt: clock.now().toISOString() });
    askGraph = async () => {
      await store.replace(stored, theirs);
      return { ...known.meeting, subject: "Renamed" };
    };
    expect(await refresh()).toEqual({ ok: true, record: theirs, isSuperseded: true });
    expect(await recordOf(store)).toEqual(theirs);
  });

  test.each([
    ["was erased", () => memory.eraseConversation(KEY)],
    [
      "was erased and claimed again",
      async () => {
        await memory.eraseConversation(KEY);
        await store.insert(claim);
      },
    ],
  ])(
    "shows Graph's answer when the record %s, and doesn't restore the record",
    async (_, change) => {
      await insertStale();
      let left;
      askGraph = async () => {
        await change();
        left = await recordOf(store);
        return { ...known.meeting, subject: "Renamed" };
      };
      const result = await refresh();
      expect(result).toMatchObject({ ok: true, record: { meeting: { subject: "Renamed" } } });
      expect(await recordOf(store)).toEqual(left);
    },
  );
});

describe("a refresh", () => {
  test.each([
    ["unknown", "there is no record", () => undefined],
    ["unfinished", "it was requested, and Graph hasn't answered yet", () => claim],
  ])("answers “%s” when %s, without a call to Graph", async (reason, _, toRecord) => {
    const record = toRecord();
    if (record) await store.insert(record);
    askGraph = () => Promise.reject(new Error("not to be called"));
    expect(await refresh()).toMatchObject({ ok: false, reason });
  });

  test.each([
    [1, true],
    [2, false],
    [3, false],
  ])("of a card of generation %i says whether it is superseded: %s", async (generation, is) => {
    await store.insert(known);
    expect(await refresh(generation)).toMatchObject({ ok: true, isSuperseded: is });
  });

  test("shows the unchanged record with the reason when Graph fails", async () => {
    await insertStale();
    const problem = new AppError("throttled", { retryAfterSeconds: 30 });
    askGraph = () => Promise.reject(problem);
    const result = await refresh();
    expect(result).toEqual({ ok: true, record: known, problem, isSuperseded: false });
    expect(await recordOf(store)).toEqual(known);
  });

  test("keeps the given subject when Graph appends “ended”", async () => {
    known = live({ key: KEY, generation: 2, fetchedAt: clock.now().toISOString() });
    known.meeting = { ...known.meeting, subject: "Review" };
    await insertStale();
    askGraph = async () => ({ ...known.meeting, subject: "Review ended" });
    expect(await refresh()).toMatchObject({ record: { meeting: { subject: "Review" } } });
    expect(await recordOf(store)).toMatchObject({ fetchedAt: clock.now().toISOString() });
  });

  test.each([
    ["read", "store_unavailable", "get"],
    ["read", "record_unreadable", "get"],
    ["written", "store_unavailable", "replace"],
  ] as const)("fails when the record cannot be %s: %s", async (_, code, method) => {
    await insertStale();
    const failing = { ...store, [method]: () => Promise.reject(new AppError(code)) };
    await expect(refresh(2, failing)).rejects.toMatchObject({ code });
  });
});
