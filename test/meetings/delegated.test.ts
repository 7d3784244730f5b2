import fc from "fast-check";
import { AppError } from "../../src/errors";
import { createRefreshMeeting } from "../../src/meetings/refresh-meeting";
import type { MeetingRecord } from "../../src/meetings/record/meeting-record";
import type { RecordStore } from "../../src/meetings/ports/meeting-store";
import type { User } from "../../src/meetings/ports/user-sign-in";
import { createMemoryStore } from "../../src/storage/memory-store";
import { ada, bo, chen, people, TENANT, type TestPerson } from "../support/activities";
import { createTestClock } from "../support/clock";
import { createFakeOnlineMeetings, createPause, KEY, recordOf } from "./processes";
import { startProcess, toCaller } from "./processes";
import { createScheduledRace } from "./scheduled-race";

const LEASE_MS = 35_000;
const REFERENCE = { key: KEY, generation: 1 };

function createPeopleSignedIn(...signedIn: TestPerson[]) {
  const ids = new Set(signedIn.map(({ aadId }) => aadId));
  return {
    acting: {
      mode: "delegated" as const,
      signIn: {
        isSignedIn: ({ tenantId, aadId }: User) => tenantId === TENANT && ids.has(aadId),
      },
    },
    signIn: (person: TestPerson) => ids.add(person.aadId),
  };
}

/** Processes that share one store and one Graph, with delegated permissions. */
function createDelegatedProcesses(...signedIn: TestPerson[]) {
  const clock = createTestClock();
  const store = createMemoryStore().records;
  const onlineMeetings = createFakeOnlineMeetings();
  const { acting, signIn } = createPeopleSignedIn(...signedIn);
  const shared = { store, onlineMeetings, clock, acting };
  const deps = { ...shared, now: clock.now };
  return {
    ...shared,
    signIn,
    start: () => startProcess(shared),
    refresh: createRefreshMeeting({ ...deps, freshnessMs: 15_000 }).refreshMeeting,
    readOptions: startProcess(shared).readOptions,
    callers: () => onlineMeetings.calls.map(({ organizerAadId }) => organizerAadId),
  };
}

describe("with delegated permissions", () => {
  test("racing people in several processes get one link, in any order of events", async () => {
    const crowd = people(4);
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 2, max: crowd.length }),
        async (scheduler, processCount, callerCount) => {
          const callers = crowd.slice(0, callerCount);
          const shared = createScheduledRace(scheduler, createPeopleSignedIn(...callers).acting);
          const processes = Array.from({ length: processCount }, shared.start);
          const requests = callers.map((person, index) =>
            processes[index % processCount]!.meetLive(toCaller(person), person.name),
          );
          const records = await scheduler.waitFor(Promise.all(requests));

          expect(new Set(records.map(({ meeting }) => meeting.joinWebUrl)).size).toBe(1);
          expect(shared.onlineMeetings.created).toHaveLength(1);
          const [{ organizer, requestedBy, meeting }] = records as [(typeof records)[0]];
          expect([requestedBy.name, meeting.subject]).toEqual([organizer.name, organizer.name]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("a person who isn't signed in claims nothing", async () => {
    const shared = createDelegatedProcesses();
    const request = shared.start().meet(toCaller(ada));
    await expect(request).rejects.toMatchObject({ code: "sign_in_needed" });
    expect(await recordOf(shared.store)).toBeUndefined();
    expect(shared.callers()).toEqual([]);
  });

  test("a claim is written together with its lease, so that it can't be taken over", async () => {
    const shared = createDelegatedProcesses(ada);
    const written: MeetingRecord[] = [];
    const store: RecordStore = {
      ...shared.store,
      insert(record) {
        written.push(record);
        return shared.store.insert(record);
      },
    };
    await startProcess({ ...shared, store }).meet(toCaller(ada));
    expect(written).toMatchObject([{ state: "claimed", lease: { holder: expect.any(String) } }]);
  });

  test("two people are asked to sign in, and both get the link of the one who did", async () => {
    const shared = createDelegatedProcesses();
    const [one, other] = [shared.start(), shared.start()];
    for (const [process, person] of [[one, ada] as const, [other, bo] as const]) {
      await expect(process.meet(toCaller(person))).rejects.toMatchObject({
        code: "sign_in_needed",
      });
    }
    shared.signIn(bo);
    const first = await other.meetLive(toCaller(bo));
    // Ada gets the recorded meeting without signing in.
    const second = await one.meetLive(toCaller(ada));
    expect(second.meeting).toEqual(first.meeting);
    expect(shared.callers()).toEqual([bo.aadId]);
  });

  test("another person gets the record without a call, and the organizer's request calls Graph again", async () => {
    const shared = createDelegatedProcesses(ada, bo);
    const { meet } = shared.start();
    const made = await meet(toCaller(ada));
    const joined = await meet(toCaller(bo), "Another name");
    expect(joined).toMatchObject({ wasCreated: false, record: { meeting: made.record.meeting } });
    expect(shared.callers()).toEqual([ada.aadId]);
    await meet(toCaller(ada));
    expect(shared.callers()).toEqual([ada.aadId, ada.aadId]);
  });

  test("a request brings back a conversation that the bot was removed from", async () => {
    const shared = createDelegatedProcesses(ada);
    const { meetLive, retention } = shared.start();
    await meetLive(toCaller(ada));
    await retention.leave(KEY);
    expect(await recordOf(shared.store)).toMatchObject({ removedAt: expect.any(String) });
    await meetLive(toCaller(bo));
    expect((await recordOf(shared.store))?.removedAt).toBeUndefined();
  });

  test("a signed-out organizer is asked to sign in, and others can still join", async () => {
    const shared = createDelegatedProcesses(ada);
    await shared.start().meet(toCaller(ada));
    const restarted = startProcess({ ...shared, acting: createPeopleSignedIn().acting });
    await expect(restarted.meet(toCaller(ada))).rejects.toMatchObject({ code: "sign_in_needed" });
    await expect(restarted.meet(toCaller(bo))).resolves.toMatchObject({ wasCreated: false });
  });

  test("the next caller takes over an unfinished claim, in their name and with their subject", async () => {
    const shared = createDelegatedProcesses(ada, bo);
    const { meet, meetLive } = shared.start();
    shared.onlineMeetings.refuse = () => new AppError("graph_timeout");
    await expect(meet(toCaller(ada), "Ada's")).rejects.toMatchObject({ code: "graph_timeout" });
    expect(await recordOf(shared.store)).toMatchObject({
      state: "claimed",
      organizer: { aadId: ada.aadId },
    });
    await expect(meet(toCaller(chen))).rejects.toMatchObject({ code: "sign_in_needed" });

    shared.onlineMeetings.refuse = () => undefined;
    const made = await meetLive(toCaller(bo), "Bo's");
    expect(made).toMatchObject({
      organizer: { aadId: bo.aadId },
      requestedBy: { aadId: bo.aadId },
      meeting: { subject: "Bo's" },
    });
    expect((await meetLive(toCaller(ada))).meeting).toEqual(made.meeting);
  });

  test("while a claimer is creating the meeting, the next caller waits without signing in and gets the same link", async () => {
    const shared = createDelegatedProcesses(ada);
    const pause = createPause();
    shared.onlineMeetings.pause = pause.reach;
    const first = shared.start().meetLive(toCaller(ada));
    await pause.reached;
    const second = shared.start().meetLive(toCaller(bo));
    await shared.clock.advance(1_000);
    pause.end();
    const [one, other] = await shared.clock.runUntil(Promise.all([first, second]));
    expect(other.meeting).toEqual(one.meeting);
    expect(shared.callers()).toEqual([ada.aadId]);
  });

  test("a claimer whose call outlasts the lease gets the meeting that the record has by then", async () => {
    const shared = createDelegatedProcesses(ada, bo);
    const pause = createPause();
    shared.onlineMeetings.pause = pause.reach;
    const late = shared.start().meetLive(toCaller(ada));
    await pause.reached;
    shared.onlineMeetings.pause = async () => {};
    await shared.clock.advance(LEASE_MS + 1);
    const made = await shared.start().meetLive(toCaller(bo));
    pause.end();
    expect((await shared.clock.runUntil(late)).meeting).toEqual(made.meeting);
    expect(shared.onlineMeetings.created).toHaveLength(2);
    expect(await recordOf(shared.store)).toMatchObject({ organizer: { aadId: bo.aadId } });
  });

  test("a claim is given back when Graph rejects its organizer", async () => {
    const shared = createDelegatedProcesses(ada, bo);
    const { meet, meetLive } = shared.start();
    shared.onlineMeetings.refuse = ({ organizerAadId }) =>
      organizerAadId === ada.aadId ? new AppError("organizer_unknown") : undefined;
    await expect(meet(toCaller(ada))).rejects.toMatchObject({ code: "organizer_unknown" });
    expect((await meetLive(toCaller(bo))).organizer.aadId).toBe(bo.aadId);
    // Only the host gets Graph's rejection, and the host isn't replaced.
    shared.onlineMeetings.refuse = () => new AppError("organizer_unknown");
    await expect(meet(toCaller(bo))).rejects.toMatchObject({ code: "organizer_unknown" });
    expect((await meetLive(toCaller(ada))).organizer.aadId).toBe(bo.aadId);
  });

  test("only the organizer notices that Graph lost the meeting, and hosts the next one", async () => {
    const shared = createDelegatedProcesses(ada, bo);
    const { meet, meetLive } = shared.start();
    const { meeting } = await meetLive(toCaller(ada));
    shared.onlineMeetings.refuse = () => new AppError("meeting_gone");
    expect((await meetLive(toCaller(bo))).meeting).toEqual(meeting);
    shared.onlineMeetings.refuse = ({ externalId }) =>
      externalId === shared.onlineMeetings.calls[0]?.externalId
        ? new AppError("meeting_gone")
        : undefined;
    expect(await meet(toCaller(ada))).toMatchObject({
      linkChange: "meeting-gone",
      record: { generation: 2, organizer: { aadId: ada.aadId } },
    });
  });

  test.each([
    ["changed", (process: Process) => process.change(by(bo, { subject: "Bo's" }))],
    ["cancelled", (process: Process) => process.cancel({ ...by(bo), caller: toCaller(bo) })],
  ])("a meeting isn't %s by anyone but its organizer, and nothing is written", async (_, act) => {
    const shared = createDelegatedProcesses(ada, bo);
    const process = shared.start();
    await process.meet(toCaller(ada));
    const before = await shared.store.get(KEY);
    await expect(act(process)).rejects.toMatchObject({ code: "only_host" });
    expect(await shared.store.get(KEY)).toEqual(before);
  });

  test("only the organizer can read its options", async () => {
    const shared = createDelegatedProcesses(ada, bo);
    const record = await shared.start().meetLive(toCaller(ada));
    await expect(shared.readOptions(record, toCaller(bo))).rejects.toMatchObject({
      code: "only_host",
    });
    await expect(shared.readOptions(record, toCaller(ada))).resolves.toEqual({});
  });

  test("its organizer can change and cancel it after signing in, and the person who starts again hosts the next one", async () => {
    const shared = createDelegatedProcesses(ada, bo);
    const process = shared.start();
    await process.meet(toCaller(ada));
    const signedOut = startProcess({ ...shared, acting: createPeopleSignedIn().acting });
    for (const call of [
      signedOut.change(by(ada, { subject: "Ada's" })),
      signedOut.cancel({ ...by(ada), caller: toCaller(ada) }),
    ]) {
      await expect(call).rejects.toMatchObject({ code: "sign_in_needed" });
    }
    await expect(process.change(by(ada, { subject: "Ada's" }))).resolves.toMatchObject({
      record: { meeting: { subject: "Ada's" } },
    });
    await process.cancel({ ...by(ada), caller: toCaller(ada) });
    expect(await process.meet(toCaller(bo))).toMatchObject({
      record: { generation: 2, organizer: { aadId: bo.aadId }, requestedBy: { aadId: bo.aadId } },
    });
  });

  test("the person who replaces the link becomes the host", async () => {
    const shared = createDelegatedProcesses(ada, bo);
    const { meet, meetLive, replace } = shared.start();
    await meet(toCaller(ada));
    const request = { reference: REFERENCE, plan: {} };
    await expect(replace({ ...request, caller: toCaller(chen) })).rejects.toMatchObject({
      code: "sign_in_needed",
    });
    expect(await replace({ ...request, caller: toCaller(bo) })).toMatchObject({
      ok: true,
      linkChange: "requested",
      record: { generation: 2, organizer: { aadId: bo.aadId }, requestedBy: { aadId: ada.aadId } },
    });
    expect(shared.callers()).toEqual([ada.aadId, bo.aadId]);
    expect((await meetLive(toCaller(ada))).organizer.aadId).toBe(bo.aadId);
  });

  test("only a signed-in organizer's refresh calls Graph", async () => {
    const shared = createDelegatedProcesses(ada, bo);
    await shared.start().meet(toCaller(ada));
    shared.onlineMeetings.created[0]!.subject = "Renamed elsewhere";
    await shared.clock.advance(20_000);
    for (const caller of [toCaller(bo), undefined]) {
      expect(await shared.refresh(REFERENCE, caller)).toMatchObject({
        record: { meeting: { subject: "Sprint review" } },
      });
    }
    const signedOut = createRefreshMeeting({
      ...shared,
      now: shared.clock.now,
      acting: createPeopleSignedIn().acting,
      freshnessMs: 15_000,
    });
    expect(await signedOut.refreshMeeting(REFERENCE, toCaller(ada))).toMatchObject({
      record: { meeting: { subject: "Sprint review" } },
    });
    expect(await shared.refresh(REFERENCE, toCaller(ada))).toMatchObject({
      record: { meeting: { subject: "Renamed elsewhere" } },
    });
  });

  test("a standing meeting is kept alive when its organizer sees it", async () => {
    const shared = createDelegatedProcesses(ada, bo);
    const { meetLive, maintain } = shared.start();
    const startsAt = shared.clock.now().toISOString();
    const made = await meetLive(toCaller(ada));
    const meeting = { ...made.meeting, startsAt, endsAt: startsAt };
    const [stored] = [(await shared.store.get(KEY))!];
    const record = { ...made, meeting };
    await shared.store.replace(stored, record);
    await shared.clock.advance(8 * 86_400_000);
    await maintain(record, { isRequested: true, caller: toCaller(bo) });
    expect(shared.onlineMeetings.created[0]?.startsAt).toBeUndefined();
    await maintain(record, { isRequested: true, caller: toCaller(ada) });
    expect(shared.onlineMeetings.created[0]?.startsAt).toBe(shared.clock.now().toISOString());
  });
});

type Process = ReturnType<typeof startProcess>;

function by(caller: TestPerson, change: { subject?: string } = {}) {
  return { reference: REFERENCE, caller: toCaller(caller), ...change };
}
