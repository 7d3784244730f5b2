import { POLICIES } from "../../../src/resilience/policies";
import { createMeetingLeases, MEETING_LEASE_MS } from "../../../src/meetings/record/meeting-lease";
import type { ClaimedRecord } from "../../../src/meetings/record/meeting-record";
import type { RecordStore } from "../../../src/meetings/ports/meeting-store";
import { createLog } from "../../../src/log";
import { createMemoryStore } from "../../../src/storage/memory-store";
import { ada, bo } from "../../support/activities";
import { createTestClock, type TestClock } from "../../support/clock";
import {
  createFakeOnlineMeetings,
  createPause,
  KEY,
  recordOf,
  startProcess,
  toCaller,
  type FakeOnlineMeetings,
} from "../processes";

/** The interval at which a waiting process reads the record again. */
const POLL_MS = 200;

let clock: TestClock;
let store: RecordStore;
let onlineMeetings: FakeOnlineMeetings;
beforeEach(() => {
  clock = createTestClock();
  store = createMemoryStore().records;
  onlineMeetings = createFakeOnlineMeetings();
});

function start() {
  return startProcess({ store, onlineMeetings, clock });
}

function createLeases() {
  const log = createLog("silent");
  return createMeetingLeases({ store, now: clock.now, sleep: clock.sleep, log });
}

/** Ada's claim, as left by a process that crashed during creation. */
async function insertLeasedClaim(msLeft: number): Promise<void> {
  const person = { aadId: ada.aadId, name: ada.name };
  const claim: ClaimedRecord = {
    key: KEY,
    state: "claimed",
    generation: 1,
    requestedBy: person,
    organizer: person,
    subject: "Sprint review",
    lease: {
      holder: "another process",
      expiresAt: new Date(clock.now().getTime() + msLeft).toISOString(),
    },
  };
  await store.insert(claim);
}

/** A creator that outlasts its lease because Graph is slow, and another one that has taken over. */
async function takeOver() {
  const [slow, quick] = [createPause(), createPause()];
  const pauses = [slow.reach, quick.reach];
  onlineMeetings.pause = async () => pauses.shift()?.();
  const first = start().meetLive(toCaller(ada));
  await slow.reached;
  await clock.advance(MEETING_LEASE_MS);
  const second = start().meetLive(toCaller(bo));
  await quick.reached;
  return { slow, quick, first, second };
}

describe("a creation lease", () => {
  test("outlasts any call to Graph", () => {
    expect(MEETING_LEASE_MS).toBeGreaterThan(POLICIES.graph.deadlineMs);
  });

  test("makes another process wait, which then returns the same meeting", async () => {
    const pause = createPause();
    onlineMeetings.pause = pause.reach;
    const first = start().meetLive(toCaller(ada));
    await pause.reached;
    const second = start().meetLive(toCaller(bo), "Something else");
    await clock.waitForSleep(POLL_MS);
    expect(onlineMeetings.calls).toHaveLength(1);

    pause.end();
    const { meeting } = await first;
    await clock.advance(POLL_MS);
    expect((await second).meeting).toEqual(meeting);
    expect(onlineMeetings.created).toEqual([meeting]);
  });

  test("makes others wait until it expires when its holder crashed", async () => {
    await insertLeasedClaim(MEETING_LEASE_MS);
    const waiting = start().meetLive(toCaller(bo));
    await clock.waitForSleep(POLL_MS);
    await clock.advance(MEETING_LEASE_MS - 1);
    expect(onlineMeetings.calls).toEqual([]);

    await clock.advance(POLL_MS);
    await waiting;
    expect(onlineMeetings.created).toHaveLength(1);
  });

  test.each([
    ["has just expired", 0],
    ["expired yesterday", -86_400_000],
    ["ends later than any lease could", 2 * MEETING_LEASE_MS + 1],
    ["ends in a thousand years", 31_556_952_000_000],
  ])("is ignored when it %s", async (_, msLeft) => {
    await insertLeasedClaim(msLeft);
    const record = await start().meetLive(toCaller(bo));
    expect(record).toMatchObject({ organizer: { aadId: ada.aadId }, meeting: { id: "meeting-1" } });
  });

  test("also holds for others whose clock is a little behind", async () => {
    await insertLeasedClaim(2 * MEETING_LEASE_MS);
    const waiting = start().meetLive(toCaller(bo));
    await clock.waitForSleep(POLL_MS);
    expect(onlineMeetings.calls).toEqual([]);
    await clock.advance(2 * MEETING_LEASE_MS + POLL_MS);
    await waiting;
  });

  test("isn't part of the finished record", async () => {
    await start().meet(toCaller(ada));
    expect(await recordOf(store)).not.toHaveProperty("lease");
  });

  test("that was taken over keeps its late holder from overwriting the new meeting", async () => {
    const { slow, quick, first, second } = await takeOver();

    quick.end();
    const { meeting } = await second;
    slow.end();
    expect((await first).meeting).toEqual(meeting);
    expect(onlineMeetings.created).toHaveLength(2);
    expect(await recordOf(store)).toMatchObject({ state: "live", generation: 1, meeting });
  });

  test("that was taken over leads to one meeting when the first holder finishes first", async () => {
    const { slow, quick, first, second } = await takeOver();

    slow.end();
    await clock.waitForSleep(POLL_MS);
    quick.end();
    const { meeting } = await second;
    await clock.advance(POLL_MS);
    expect((await first).meeting).toEqual(meeting);
    expect(await recordOf(store)).toMatchObject({ state: "live", generation: 1, meeting });
  });

  test("makes another process's update of the record wait", async () => {
    await insertLeasedClaim(MEETING_LEASE_MS);
    const updating = createLeases().updateRecord(KEY, (record) => ({
      ...record,
      teamId: "19:team",
    }));
    await clock.waitForSleep(POLL_MS);
    expect(await recordOf(store)).not.toHaveProperty("teamId");
    await clock.advance(MEETING_LEASE_MS + POLL_MS);
    await updating;
    expect(await recordOf(store)).toMatchObject({ teamId: "19:team" });
  });

  test("that never ends makes such an update fail", async () => {
    const leases = createLeases();
    await insertLeasedClaim(MEETING_LEASE_MS);
    const updating = leases
      .updateRecord(KEY, (record) => ({ ...record, teamId: "19:team" }))
      .catch((error: unknown) => error);
    for (let waitedMs = 0; waitedMs < 3 * MEETING_LEASE_MS; waitedMs += MEETING_LEASE_MS / 2) {
      await leases.renew((await store.get(KEY))!, "another process");
      await clock.advance(MEETING_LEASE_MS / 2);
    }
    expect(await updating).toMatchObject({ code: "store_unavailable" });
    expect(await recordOf(store)).not.toHaveProperty("teamId");
  });

  test("that is renewed ends later, and keeps its purpose", async () => {
    const leases = createLeases();
    await insertLeasedClaim(0);
    const held = (await leases.take((await store.get(KEY))!, "us", "change"))!;
    await clock.advance(MEETING_LEASE_MS - 1);
    await leases.renew(held, "us");
    const expiresAt = new Date(clock.now().getTime() + MEETING_LEASE_MS).toISOString();
    expect((await recordOf(store))?.lease).toEqual({ holder: "us", purpose: "change", expiresAt });
  });
});
