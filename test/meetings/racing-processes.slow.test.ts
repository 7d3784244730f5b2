import fc from "fast-check";
import { AppError } from "../../src/errors";
import type { MeetResult } from "../../src/meetings/make-meeting";
import { ada, people, type TestPerson } from "../support/activities";
import { recordOf, toCaller } from "./processes";
import { createScheduledRace, type ScheduledRace } from "./scheduled-race";

const crowd = people(6);

/** Each person sends a request to one of the processes, at the same time. */
function meetAll(shared: ScheduledRace, processCount: number, all: TestPerson[]) {
  const processes = Array.from({ length: processCount }, shared.start);
  return Promise.allSettled(
    all.map((person, index) =>
      processes[index % processCount]!.meet(toCaller(person), person.name),
    ),
  );
}

function recordsOf(results: PromiseSettledResult<MeetResult>[]) {
  return results.flatMap((result) => (result.status === "fulfilled" ? [result.value.record] : []));
}

describe("processes that race for one conversation, in any order of events", () => {
  test("agree on one meeting, and only one of them creates at a time", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 2, max: crowd.length }),
        async (scheduler, processCount, callerCount) => {
          const shared = createScheduledRace(scheduler);
          const requests = meetAll(shared, processCount, crowd.slice(0, callerCount));
          const records = recordsOf(await scheduler.waitFor(requests));

          expect(records).toHaveLength(callerCount);
          expect(shared.onlineMeetings.created).toHaveLength(1);
          expect(shared.onlineMeetings.mostCreatingAtOnce).toBe(1);
          const [meeting] = shared.onlineMeetings.created;
          expect(records.map((record) => record.meeting)).toEqual(records.map(() => meeting));
          // Host, first caller and subject are the same person's.
          const [{ organizer, requestedBy }] = records as [(typeof records)[0]];
          expect([requestedBy.name, meeting?.subject]).toEqual([organizer.name, organizer.name]);
        },
      ),
    );
  });

  test("agree on one meeting when Graph rejects some people as hosts, and only those people get an error", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 1, max: 4 }),
        fc.subarray(crowd, { minLength: 1, maxLength: crowd.length - 1 }),
        async (scheduler, processCount, refused) => {
          const shared = createScheduledRace(scheduler);
          const isRefused = (aadId: string) => refused.some((person) => person.aadId === aadId);
          shared.onlineMeetings.refuse = ({ organizerAadId }) =>
            isRefused(organizerAadId) ? new AppError("organizer_unknown") : undefined;
          const results = await scheduler.waitFor(meetAll(shared, processCount, crowd));

          for (const [index, result] of results.entries()) {
            if (result.status === "fulfilled") continue;
            expect(result.reason).toMatchObject({ code: "organizer_unknown" });
            expect(isRefused(crowd[index]!.aadId)).toBe(true);
          }
          expect(shared.onlineMeetings.created).toHaveLength(1);
          const ids = recordsOf(results).map((record) => record.meeting.id);
          expect(new Set(ids)).toEqual(new Set(["meeting-1"]));
        },
      ),
    );
  });

  test("replace a rejected host with one person, in one step", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 4 }), async (scheduler, count) => {
        const shared = createScheduledRace(scheduler);
        await scheduler.waitFor(shared.start().meet(toCaller(ada)));
        shared.onlineMeetings.refuse = ({ organizerAadId }) =>
          organizerAadId === ada.aadId ? new AppError("organizer_unknown") : undefined;
        const results = await scheduler.waitFor(meetAll(shared, count, crowd));

        const links = recordsOf(results).map((record) => record.meeting.joinWebUrl);
        expect(links).toHaveLength(crowd.length);
        expect(new Set(links).size).toBe(1);
        expect(shared.onlineMeetings.created).toHaveLength(2);
        expect(shared.onlineMeetings.mostCreatingAtOnce).toBe(1);
        const record = await scheduler.waitFor(recordOf(shared.store));
        expect(record).toMatchObject({ generation: 2, requestedBy: { aadId: ada.aadId } });
      }),
    );
  });
});
