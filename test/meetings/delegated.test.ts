import fc from "fast-check";
import { AppError } from "../../src/errors";
import { createRefreshMeeting } from "../../src/meetings/refresh-meeting";
import type { MeetingRecord } from "../../src/meetings/record/meeting-record";
import type { RecordStore } from "../../src/meetings/ports/meeting-store";
import type { User } from "../../src/meetings/ports/user-sign-in";
import { createMemoryStore } from "../../src/storage/memory-store";
import { ada, bo, chen, people, TENANT, type TestPerson } from "../support/activities";
import { createTestClock } from "../support/clock";
import { createFakeOnlineMeetings, createGate, KEY, recordOf } from "./processes";
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
    refresh: createRefreshMeeting({ ...deps, freshnessMs: 15_000 }),
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
          const world = createScheduledRace(scheduler, createPeopleSignedIn(...callers).acting);
          const processes = Array.from({ length: processCount }, world.start);
          const asked = callers.map((person, index) =>
            processes[index % processCount]!.meetLive(toCaller(person), person.name),
          );
          const records = await scheduler.waitFor(Promise.all(asked));

          expect(new Set(records.map(({ meeting }) => meeting.joinWebUrl)).size).toBe(1);
          expect(world.onlineMeetings.created).toHaveLength(1);
          const [{ organizer, requestedBy, meeting }] = records as [(typeof records)[0]];
          expect([requestedBy.name, meeting.subject]).toEqual([organizer.name, organizer.name]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("a person who isn't signed in claims nothing", async () => {
    const world = createDelegatedProcesses();
    const asked = world.start().meet(toCaller(ada));
    await expect(asked).rejects.toMatchObject({ code: "sign_in_needed" });
    expect(await recordOf(world.store)).toBeUndefined();
    expect(world.callers()).toEqual([]);
  });

  test("a claim is written together with its lease, so that it can't be taken over", async () => {
    const world = createDelegatedProcesses(ada);
    const written: MeetingRecord[] = [];
    const store: RecordStore = {
      ...world.store,
      insert(record) {
        written.push(record);
        return world.store.insert(record);
      },
    };
    await startProcess({ ...world, store }).meet(toCaller(ada));
    expect(written).toMatchObject([{ state: "claimed", lease: { holder: expect.any(String) } }]);
  });

  test("two people are asked to sign in, and both get the link of the one who did", async () => {
    const world = createDelegatedProcesses();
    const [one, other] = [world.start(), world.start()];
    for (const [process, person] of [[one, ada] as const, [other, bo] as const]) {
      await expect(process.meet(toCaller(person))).rejects.toMatchObject({
        code: "sign_in_needed",
      });
    }
    world.signIn(bo);
    const first = await other.meetLive(toCaller(bo));
    // Ada gets the recorded meeting without signing in.
    const second = await one.meetLive(toCaller(ada));
    expect(second.meeting).toEqual(first.meeting);
    expect(world.callers()).toEqual([bo.aadId]);
  });

  test("another person gets the record without a call, and the organizer's request calls Graph again", async () => {
    const world = createDelegatedProcesses(ada, bo);
    const { meet } = world.start();
    const made = await meet(toCaller(ada));
    const joined = await meet(toCaller(bo), "Another name");
    expect(joined).toMatchObject({ wasCreated: false, record: { meeting: made.record.meeting } });
    expect(world.callers()).toEqual([ada.aadId]);
    await meet(toCaller(ada));
    expect(world.callers()).toEqual([ada.aadId, ada.aadId]);
  });

  test("a request brings back a conversation that the bot was removed from", async () => {
    const world = createDelegatedProcesses(ada);
    const { meetLive, retention } = world.start();
    await meetLive(toCaller(ada));
    await retention.leave(KEY);
    expect(await recordOf(world.store)).toMatchObject({ removedAt: expect.any(String) });
    await meetLive(toCaller(bo));
    expect((await recordOf(world.store))?.removedAt).toBeUndefined();
  });

  test("a signed-out organizer is asked to sign in, and others can still join", async () => {
    const world = createDelegatedProcesses(ada);
    await world.start().meet(toCaller(ada));
    const restarted = startProcess({ ...world, acting: createPeopleSignedIn().acting });
    await expect(restarted.meet(toCaller(ada))).rejects.toMatchObject({ code: "sign_in_needed" });
    await expect(restarted.meet(toCaller(bo))).resolves.toMatchObject({ wasCreated: false });
  });

  test("the next caller takes over an unfinished claim, in their name and with their subject", async () => {
    const world = createDelegatedProcesses(ada, bo);
    const { meet, meetLive } = world.start();
    world.onlineMeetings.refuse = () => new AppError("graph_timeout");
    await expect(meet(toCaller(ada), "Ada's")).rejects.toMatchObject({ code: "graph_timeout" });
    expect(await recordOf(world.store)).toMatchObject({
      state: "claimed",
      organizer: { aadId: ada.aadId },
    });
    await expect(meet(toCaller(chen))).rejects.toMatchObject({ code: "sign_in_needed" });

    world.onlineMeetings.refuse = () => undefined;
    const made = await meetLive(toCaller(bo), "Bo's");
    expect(made).toMatchObject({
      organizer: { aadId: bo.aadId },
      requestedBy: { aadId: bo.aadId },
      meeting: { subject: "Bo's" },
    });
    expect((await meetLive(toCaller(ada))).meeting).toEqual(made.meeting);
  });

  test("while a claimer is creating the meeting, the next caller waits without signing in and gets the same link", async () => {
    const world = createDelegatedProcesses(ada);
    const gate = createGate();
    world.onlineMeetings.pause = gate.pass;
    const first = world.start().meetLive(toCaller(ada));
    await gate.arrived;
    const second = world.start().meetLive(toCaller(bo));
    await world.clock.advance(1_000);
    gate.open();
    const [one, other] = await world.clock.runUntil(Promise.all([first, second]));
    expect(other.meeting).toEqual(one.meeting);
    expect(world.callers()).toEqual([ada.aadId]);
  });

  test("a claimer whose call outlasts the lease gets the meeting that the record has by then", async () => {
    const world = createDelegatedProcesses(ada, bo);
    const gate = createGate();
    world.onlineMeetings.pause = gate.pass;
    const late = world.start().meetLive(toCaller(ada));
    await gate.arrived;
    world.onlineMeetings.pause = async () => {};
    await world.clock.advance(LEASE_MS + 1);
    const made = await world.start().meetLive(toCaller(bo));
    gate.open();
    expect((await world.clock.runUntil(late)).meeting).toEqual(made.meeting);
    expect(world.onlineMeetings.created).toHaveLength(2);
    expect(await recordOf(world.store)).toMatchObject({ organizer: { aadId: bo.aadId } });
  });

  test("a claim is free again when Graph rejects its organizer", async () => {
    const world = createDelegatedProcesses(ada, bo);
    const { meet, meetLive } = world.start();
    world.onlineMeetings.refuse = ({ organizerAadId }) =>
      organizerAadId === ada.aadId ? new AppError("organizer_unknown") : undefined;
    await expect(meet(toCaller(ada))).rejects.toMatchObject({ code: "organizer_unknown" });
    expect((await meetLive(toCaller(bo))).organizer.aadId).toBe(bo.aadId);
    // Only the host gets Graph's rejection, and the host isn't replaced.
    world.onlineMeetings.refuse = () => new AppError("organizer_unknown");
    await expect(meet(toCaller(bo))).rejects.toMatchObject({ code: "organizer_unknown" });
    expect((await meetLive(toCaller(ada))).organizer.aadId).toBe(bo.aadId);
  });

  test("only the organizer notices that Graph lost the meeting, and hosts the next one", async () => {
    const world = createDelegatedProcesses(ada, bo);
    const { meet, meetLive } = world.start();
    const { meeting } = await meetLive(toCaller(ada));
    world.onlineMeetings.refuse = () => new AppError("meeting_gone");
    expect((await meetLive(toCaller(bo))).meeting).toEqual(meeting);
    world.onlineMeetings.refuse = ({ externalId }) =>
      externalId === world.onlineMeetings.calls[0]?.externalId
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
  ])(
    "a meeting is not %s by another than its organizer, and nothing is written",
    async (_, act) => {
      const world = createDelegatedProcesses(ada, bo);
      const process = world.start();
      await process.meet(toCaller(ada));
      const before = await world.store.get(KEY);
      await expect(act(process)).rejects.toMatchObject({ code: "only_host" });
      expect(await world.store.get(KEY)).toEqual(before);
    },
  );

  test("only the organizer can read its options", async () => {
    const world = createDelegatedProcesses(ada, bo);
    const record = await world.start().meetLive(toCaller(ada));
    await expect(world.readOptions(record, toCaller(bo))).rejects.toMatchObject({
      code: "only_host",
    });
    await expect(world.readOptions(record, toCaller(ada))).resolves.toEqual({});
  });

  test("its organizer can change and cancel it after signing in, and the person who starts again hosts the next one", async () => {
    const world = createDelegatedProcesses(ada, bo);
    const process = world.start();
    await process.meet(toCaller(ada));
    const signedOut = startProcess({ ...world, acting: createPeopleSignedIn().acting });
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
    const world = createDelegatedProcesses(ada, bo);
    const { meet, meetLive, replace } = world.start();
    await meet(toCaller(ada));
    const asked = { reference: REFERENCE, plan: {} };
    await expect(replace({ ...asked, caller: toCaller(chen) })).rejects.toMatchObject({
      code: "sign_in_needed",
    });
    expect(await replace({ ...asked, caller: toCaller(bo) })).toMatchObject({
      ok: true,
      linkChange: "requested",
      record: { generation: 2, organizer: { aadId: bo.aadId }, requestedBy: { aadId: ada.aadId } },
    });
    expect(world.callers()).toEqual([ada.aadId, bo.aadId]);
    expect((await meetLive(toCaller(ada))).organizer.aadId).toBe(bo.aadId);
  });

  test("only a signed-in organizer's refresh calls Graph", async () => {
    const world = createDelegatedProcesses(ada, bo);
    await world.start().meet(toCaller(ada));
    world.onlineMeetings.created[0]!.subject = "Renamed elsewhere";
    await world.clock.advance(20_000);
    for (const caller of [toCaller(bo), undefined]) {
      expect(await world.refresh(REFERENCE, caller)).toMatchObject({
        record: { meeting: { subject: "Sprint review" } },
      });
    }
    const signedOut = createRefreshMeeting({
      ...world,
      now: world.clock.now,
      acting: createPeopleSignedIn().acting,
      freshnessMs: 15_000,
    });
    expect(await signedOut(REFERENCE, toCaller(ada))).toMatchObject({
      record: { meeting: { subject: "Sprint review" } },
    });
    expect(await world.refresh(REFERENCE, toCaller(ada))).toMatchObject({
      record: { meeting: { subject: "Renamed elsewhere" } },
    });
  });

  test("a standing meeting is kept alive when its organizer sees it", async () => {
    const world = createDelegatedProcesses(ada, bo);
    const { meetLive, maintain } = world.start();
    const startsAt = world.clock.now().toISOString();
    const made = await meetLive(toCaller(ada));
    const meeting = { ...made.meeting, startsAt, endsAt: startsAt };
    const [stored] = [(await world.store.get(KEY))!];
    const record = { ...made, meeting };
    await world.store.replace(stored, record);
    await world.clock.advance(8 * 86_400_000);
    await maintain(record, { isRequested: true, caller: toCaller(bo) });
    expect(world.onlineMeetings.created[0]?.startsAt).toBeUndefined();
    await maintain(record, { isRequested: true, caller: toCaller(ada) });
    expect(world.onlineMeetings.created[0]?.startsAt).toBe(world.clock.now().toISOString());
  });
});

type Process = ReturnType<typeof startProcess>;

function by(caller: TestPerson, change: { subject?: string } = {}) {
  return { reference: REFERENCE, caller: toCaller(caller), ...change };
}
