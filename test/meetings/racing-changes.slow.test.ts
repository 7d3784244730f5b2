import fc from "fast-check";
import type { LiveRecord, MeetingRecord } from "../../src/meetings/record/meeting-record";
import { ada, people, type TestPerson } from "../support/activities";
import { KEY, recordOf, toCaller, type startProcess } from "./processes";
import { createScheduledRace, type ScheduledRace } from "./scheduled-race";

type Process = ReturnType<typeof startProcess>;

const crowd = people(6);
/** The meeting that everyone saw before. */
const reference = { key: KEY, generation: 1 };

/** What people do with it at the same time. */
const actions = {
  meet: async (process: Process, person: TestPerson) => {
    const { record } = await process.meet(toCaller(person), person.name);
    return { ok: true as const, record: record as MeetingRecord };
  },
  invite: (process: Process, { aadId }: TestPerson) =>
    process.change({ reference, attendees: [{ aadId }] }),
  rename: (process: Process, { name }: TestPerson) => process.change({ reference, subject: name }),
  new: (process: Process) => process.replace({ reference, plan: {} }),
  cancel: (process: Process, person: TestPerson) =>
    process.cancel({ reference, caller: toCaller(person) }),
};
type Action = keyof typeof actions;

/** Creates Ada's meeting. Then each person does one thing with it, at the same time. */
async function race(scheduler: fc.Scheduler, processCount: number, done: readonly Action[]) {
  const shared = createScheduledRace(scheduler);
  await scheduler.waitFor(shared.start().meet(toCaller(ada)));
  const processes = Array.from({ length: processCount }, shared.start);
  const running = done.map((action, index) =>
    actions[action](processes[index % processCount]!, crowd[index]!),
  );
  const results = await scheduler.waitFor(Promise.all(running));
  const record = await scheduler.waitFor(recordOf(shared.store));
  return { shared, results, record: record! };
}

const processCounts = fc.integer({ min: 1, max: 4 });
const manyActions = (...among: Action[]) =>
  fc.array(fc.constantFrom(...among), { minLength: 2, maxLength: crowd.length });

function isEnding(action: Action | undefined): boolean {
  return action === "new" || action === "cancel";
}

function toIds(list: readonly { aadId?: string }[]): Set<string | undefined> {
  return new Set(list.map(({ aadId }) => aadId));
}

function meetingOf(shared: ScheduledRace, record: MeetingRecord) {
  const { meeting } = record as LiveRecord;
  return shared.onlineMeetings.created.find(({ id }) => id === meeting.id);
}

describe("people who change one meeting at the same time, in any order of events", () => {
  test("lose no invited person and no name", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        processCounts,
        manyActions("invite", "rename", "meet"),
        async (scheduler, processCount, done) => {
          const { shared, results, record } = await race(scheduler, processCount, done);
          expect(results.every(({ ok }) => ok)).toBe(true);
          const invited = crowd.filter((_person, index) => done[index] === "invite");
          const { attendees = [], subject } = meetingOf(shared, record)!;
          expect(toIds(attendees)).toEqual(toIds(invited));
          expect(record).toMatchObject({ state: "live", generation: 1 });
          expect(record.lease).toBeUndefined();
          expect((record as LiveRecord).meeting.subject).toBe(subject);
          expect(shared.onlineMeetings.created).toHaveLength(1);
        },
      ),
    );
  });

  test("end it once, with one new link or one cancellation, and the others are notified", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        processCounts,
        manyActions("new", "cancel", "rename", "invite", "meet"),
        async (scheduler, processCount, done) => {
          const { shared, results, record } = await race(scheduler, processCount, done);
          const ended = results.filter(({ ok }, index) => ok && isEnding(done[index]));
          expect(ended).toHaveLength(done.some(isEnding) ? 1 : 0);
          expect(record.generation).toBe(ended.length + 1);
          expect(record.lease).toBeUndefined();

          // All links of a generation are the same.
          const links = new Map<number, Set<string>>();
          for (const { record: seen } of results.flatMap((one) => ("record" in one ? one : []))) {
            if (seen.state !== "live") continue;
            const { generation, meeting } = seen;
            links.set(generation, (links.get(generation) ?? new Set()).add(meeting.id));
          }
          for (const [, ids] of links) expect(ids.size).toBe(1);

          const cancelled = done.findIndex(
            (action, index) => action === "cancel" && results[index]?.ok,
          );
          expect(shared.onlineMeetings.deleted.has("meeting-1")).toBe(cancelled !== -1);
          // The next request gets the recorded meeting, or a new one after a cancellation.
          const next = await scheduler.waitFor(shared.start().meetLive(toCaller(ada)));
          expect(next.generation).toBe(record.generation);
          expect(shared.onlineMeetings.deleted.has(next.meeting.id)).toBe(false);
          const known = record.state === "live" ? record.meeting.id : next.meeting.id;
          expect(next.meeting.id).toBe(known);
        },
      ),
    );
  });

  test("move it, and keeping a standing meeting alive doesn't move it back", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const shared = createScheduledRace(scheduler);
        const [one, other] = [shared.start(), shared.start()];
        await scheduler.waitFor(one.meet(toCaller(ada)));
        // As created three weeks ago.
        const times = { startsAt: "2026-10-30T09:00:00Z", endsAt: "2026-10-30T10:00:00Z" };
        Object.assign(shared.onlineMeetings.created[0]!, times);
        const { record } = await scheduler.waitFor(one.meet(toCaller(ada)));
        const time = {
          kind: "span",
          startsAt: "2026-11-21T14:00:00.000Z",
          endsAt: "2026-11-21T15:00:00.000Z",
        } as const;
        await scheduler.waitFor(
          Promise.all([
            one.maintain(record, { isRequested: true }),
            other.change({ reference, time }),
            other.maintain(record, { isRequested: true }),
          ]),
        );
        const requested = { startsAt: time.startsAt, endsAt: time.endsAt };
        expect(shared.onlineMeetings.created[0]).toMatchObject(requested);
        const known = await scheduler.waitFor(recordOf(shared.store));
        expect(known).toMatchObject({ isTimeGiven: true, meeting: requested });
      }),
    );
  });

  test("don't undo that the bot is added again at the same time", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.constantFrom<Action>("rename", "cancel", "new", "meet"),
        async (scheduler, action) => {
          const shared = createScheduledRace(scheduler);
          const [one, other] = [shared.start(), shared.start()];
          await scheduler.waitFor(one.meet(toCaller(ada)));
          await scheduler.waitFor(one.retention.leave(KEY));
          await scheduler.waitFor(
            Promise.all([actions[action](one, crowd[0]!), other.retention.join(KEY)]),
          );
          const record = await scheduler.waitFor(recordOf(shared.store));
          expect(record?.removedAt).toBeUndefined();
        },
      ),
    );
  });

  test("keep every card that is posted at the same time", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        processCounts,
        manyActions("new", "cancel", "rename", "invite", "meet"),
        async (scheduler, processCount, done) => {
          const shared = createScheduledRace(scheduler);
          await scheduler.waitFor(shared.start().meet(toCaller(ada)));
          const processes = Array.from({ length: processCount }, shared.start);
          const rows = done.map((_deed, index) => ({
            conversationId: KEY.threadId,
            activityId: `card-${index}`,
            serviceUrl: "https://smba.example/",
            locale: "en",
            timeZone: "UTC",
            refreshUserIds: [],
          }));
          const running = done.flatMap((action, index) => [
            actions[action](processes[index % processCount]!, crowd[index]!),
            processes[index % processCount]!.postedCards.keep(KEY, rows[index]!),
          ]);
          await scheduler.waitFor(Promise.all(running));
          const record = await scheduler.waitFor(recordOf(shared.store));
          const kept = (record?.cards ?? []).map(({ activityId }) => activityId);
          expect(kept.toSorted()).toEqual(rows.map(({ activityId }) => activityId));
        },
      ),
    );
  });
});
