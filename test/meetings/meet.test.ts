import { AppError } from "../../src/errors";
import { MEETING_LEASE_MS } from "../../src/meetings/record/meeting-lease";
import { toExternalId } from "../../src/meetings/record/external-id";
import type { RecordStore } from "../../src/meetings/ports/meeting-store";
import { createMemoryStore } from "../../src/storage/memory-store";
import { ada, bo, chen } from "../support/activities";
import { createTestClock, type TestClock } from "../support/clock";
import {
  createFakeOnlineMeetings,
  KEY,
  recordOf,
  startProcess,
  toCaller,
  type FakeOnlineMeetings,
} from "./processes";

let clock: TestClock;
let store: RecordStore;
let onlineMeetings: FakeOnlineMeetings;
beforeEach(() => {
  clock = createTestClock();
  store = createMemoryStore().records;
  onlineMeetings = createFakeOnlineMeetings();
});

function start(overStore: RecordStore = store) {
  return startProcess({ store: overStore, onlineMeetings, clock });
}

/** The store, with failures at these writes, counted from 1. */
function failingAtReplace(...counts: number[]): RecordStore {
  let count = 0;
  return {
    ...store,
    replace(stored, next) {
      count += 1;
      if (counts.includes(count)) return Promise.reject(new AppError("store_unavailable"));
      return store.replace(stored, next);
    },
  };
}

/** The writes of a first meet: the claim is inserted, then replaced by the lease and by the meeting. */
const SAVE = 2;
const RELEASE = 3;

function isOfGeneration(externalId: string, ...generations: number[]): boolean {
  return generations.some((generation) => toExternalId(KEY, generation) === externalId);
}

describe("a meeting that the store failed to write", () => {
  test("is found by the next caller, in the claimer's name and with the claimer's subject", async () => {
    const claimed = start(failingAtReplace(SAVE)).meet(toCaller(ada), "Sprint review");
    await expect(claimed).rejects.toMatchObject({ code: "store_unavailable" });

    const result = await start().meet(toCaller(bo), "Something else");
    expect(onlineMeetings.calls[1]).toEqual(onlineMeetings.calls[0]);
    expect(onlineMeetings.calls[1]).toMatchObject({
      organizerAadId: ada.aadId,
      subject: "Sprint review",
    });
    expect(result).toMatchObject({
      wasCreated: false,
      record: {
        requestedBy: { aadId: ada.aadId },
        organizer: { aadId: ada.aadId },
        meeting: onlineMeetings.created[0],
      },
    });
    expect(onlineMeetings.created).toHaveLength(1);
  });

  test("is found after the lease has expired, when giving it back failed too", async () => {
    const claimed = start(failingAtReplace(SAVE, RELEASE)).meet(toCaller(ada));
    await expect(claimed).rejects.toMatchObject({ code: "store_unavailable" });

    const next = start().meetLive(toCaller(bo));
    await clock.advance(MEETING_LEASE_MS);
    expect((await next).meeting).toEqual(onlineMeetings.created[0]);
    expect(onlineMeetings.created).toHaveLength(1);
  });
});

describe("an unfinished claim", () => {
  test("stays as it was when the lease can't be written", async () => {
    const claimed = start(failingAtReplace(1)).meet(toCaller(ada));
    await expect(claimed).rejects.toMatchObject({ code: "store_unavailable" });
    expect(onlineMeetings.calls).toEqual([]);
    expect(await recordOf(store)).toMatchObject({
      state: "claimed",
      organizer: { aadId: ada.aadId },
    });
  });

  test("keeps its organizer when Graph fails and another person asks next", async () => {
    onlineMeetings.refuse = () => new AppError("graph_unavailable");
    await expect(start().meet(toCaller(ada), "Sprint review")).rejects.toMatchObject({
      code: "graph_unavailable",
    });
    expect(await recordOf(store)).not.toHaveProperty("lease");

    onlineMeetings.refuse = () => undefined;
    const { organizer, meeting } = await start().meetLive(toCaller(bo), "Something else");
    expect([organizer.aadId, meeting.subject]).toEqual([ada.aadId, "Sprint review"]);
  });

  test("passes to the next caller, with their subject, when Graph rejected its organizer", async () => {
    onlineMeetings.refuse = ({ organizerAadId }) =>
      organizerAadId === ada.aadId ? new AppError("organizer_unknown") : undefined;
    await expect(start().meet(toCaller(ada), "Sprint review")).rejects.toMatchObject({
      code: "organizer_unknown",
    });

    const { organizer, requestedBy, meeting } = await start().meetLive(toCaller(bo), "Retro");
    expect([organizer.aadId, requestedBy.aadId, meeting.subject]).toEqual([
      bo.aadId,
      bo.aadId,
      "Retro",
    ]);
  });

  test("is completed by the caller who found it, when Graph rejects its organizer", async () => {
    await expect(start(failingAtReplace(1)).meet(toCaller(ada))).rejects.toThrow();
    onlineMeetings.refuse = ({ organizerAadId }) =>
      organizerAadId === ada.aadId ? new AppError("policy_missing") : undefined;
    const { organizer } = await start().meetLive(toCaller(bo));
    expect(organizer.aadId).toBe(bo.aadId);
    expect(onlineMeetings.calls.map((call) => call.organizerAadId)).toEqual([ada.aadId, bo.aadId]);
  });

  test("continues with the next generation when Graph has lost its meeting", async () => {
    onlineMeetings.refuse = ({ externalId }) =>
      isOfGeneration(externalId, 1, 2) ? new AppError("meeting_gone") : undefined;
    const record = await start().meetLive(toCaller(ada));
    expect(record).toMatchObject({ generation: 3, organizer: { aadId: ada.aadId } });
    expect(onlineMeetings.calls.map(({ externalId }) => externalId)).toEqual(
      [1, 2, 3].map((generation) => toExternalId(KEY, generation)),
    );
    expect(await recordOf(store)).toEqual(record);
  });

  test("fails after five lost generations, and stays as it was", async () => {
    onlineMeetings.refuse = () => new AppError("meeting_gone");
    await expect(start().meet(toCaller(ada), "Sprint review")).rejects.toMatchObject({
      code: "meeting_gone",
    });
    expect(onlineMeetings.calls).toHaveLength(5);
    const record = await recordOf(store);
    expect(record).toMatchObject({ state: "claimed", generation: 1, subject: "Sprint review" });
    expect(record).not.toHaveProperty("lease");
  });
});

describe("a live meeting", () => {
  test("stays as it was when writing a new host fails, and the next caller replaces the old one", async () => {
    const known = await start().meetLive(toCaller(ada));
    onlineMeetings.refuse = ({ organizerAadId }) =>
      organizerAadId === ada.aadId ? new AppError("organizer_unknown") : undefined;
    await expect(start(failingAtReplace(2)).meet(toCaller(bo))).rejects.toMatchObject({
      code: "store_unavailable",
    });
    expect(await recordOf(store)).toEqual(known);

    const result = await start().meet(toCaller(chen));
    expect(result).toMatchObject({
      linkChange: "organizer-replaced",
      record: { generation: 2, organizer: { aadId: chen.aadId }, meeting: { id: "meeting-3" } },
    });
  });

  test("stays as it was when Graph rejects both its host and the caller, and the caller gets the error", async () => {
    const known = await start().meetLive(toCaller(ada));
    const unlicensed = new AppError("organizer_unknown");
    onlineMeetings.refuse = ({ organizerAadId }) =>
      organizerAadId === bo.aadId ? unlicensed : new AppError("policy_missing");
    await expect(start().meet(toCaller(bo))).rejects.toBe(unlicensed);
    expect(await recordOf(store)).toEqual(known);
  });

  test("is the recorded one even if Graph returns another", async () => {
    const { meeting } = await start().meetLive(toCaller(ada));
    const other = { id: "other", joinWebUrl: "https://teams.microsoft.com/l/meetup-join/other" };
    const astray = {
      ...onlineMeetings,
      createOrGet: async () => ({
        meeting: other,
        wasCreated: true,
        isTiedToChannel: true,
        wasChannelRefused: true,
      }),
    };
    const result = await startProcess({ store, onlineMeetings: astray, clock }).meet(toCaller(bo));
    expect(result).toMatchObject({
      wasCreated: false,
      record: { generation: 1, meeting, isTiedToChannel: false, wasChannelRefused: false },
    });
  });
});
