import fc from "fast-check";
import { AppError } from "../../src/errors";
import type { MeetResult } from "../../src/meetings/make-meeting";
import { ada, people, type TestPerson } from "../support/activities";
import { recordOf, toCaller } from "./processes";
import { createWorld, type ScheduledWorld } from "./scheduled-world";

const crowd = people(6);

/** Each person asks one of so many processes, all at once. */
function meetAll(world: ScheduledWorld, processCount: number, all: TestPerson[]) {
  const processes = Array.from({ length: processCount }, world.start);
  return Promise.allSettled(
    all.map((person, index) =>
      processes[index % processCount]!.meet(toCaller(person), person.name),
    ),
  );
}

function recordsOf(results: PromiseSettledResult<MeetResult>[]) {
  return results.flatMap((result) => (result.status === "fulfilled" ? [result.value.record] : []));
}

describe("processes that race for one conversation, in whatever order things happen", () => {
  test("agree on one meeting, and never two of them create at once", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 2, max: crowd.length }),
        async (scheduler, processCount, callerCount) => {
          const world = createWorld(scheduler);
          const asked = meetAll(world, processCount, crowd.slice(0, callerCount));
          const records = recordsOf(await scheduler.waitFor(asked));

          expect(records).toHaveLength(callerCount);
          expect(world.onlineMeetings.created).toHaveLength(1);
          expect(world.onlineMeetings.mostCreatingAtOnce).toBe(1);
          const [meeting] = world.onlineMeetings.created;
          expect(records.map((record) => record.meeting)).toEqual(records.map(() => meeting));
          // Host, first caller and subject are one person's.
          const [{ organizer, requestedBy }] = records as [(typeof records)[0]];
          expect([requestedBy.name, meeting?.subject]).toEqual([organizer.name, organizer.name]);
        },
      ),
    );
  });

  test("agree on one meeting though Graph refuses some people as hosts, who alone are refused", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 1, max: 4 }),
        fc.subarray(crowd, { minLength: 1, maxLength: crowd.length - 1 }),
        async (scheduler, processCount, refused) => {
          const world = createWorld(scheduler);
          const isRefused = (aadId: string) => refused.some((person) => person.aadId === aadId);
          world.onlineMeetings.refuse = ({ organizerAadId }) =>
            isRefused(organizerAadId) ? new AppError("organizer_unknown") : undefined;
          const results = await scheduler.waitFor(meetAll(world, processCount, crowd));

          for (const [index, result] of results.entries()) {
            if (result.status === "fulfilled") continue;
            expect(result.reason).toMatchObject({ code: "organizer_unknown" });
            expect(isRefused(crowd[index]!.aadId)).toBe(true);
          }
          expect(world.onlineMeetings.created).toHaveLength(1);
          const ids = recordsOf(results).map((record) => record.meeting.id);
          expect(new Set(ids)).toEqual(new Set(["meeting-1"]));
        },
      ),
    );
  });

  test("replace a host whom Graph refuses by one person, in one step", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 4 }), async (scheduler, count) => {
        const world = createWorld(scheduler);
        await scheduler.waitFor(world.start().meet(toCaller(ada)));
        world.onlineMeetings.refuse = ({ organizerAadId }) =>
          organizerAadId === ada.aadId ? new AppError("organizer_unknown") : undefined;
        const results = await scheduler.waitFor(meetAll(world, count, crowd));

        const links = recordsOf(results).map((record) => record.meeting.joinWebUrl);
        expect(links).toHaveLength(crowd.length);
        expect(new Set(links).size).toBe(1);
        expect(world.onlineMeetings.created).toHaveLength(2);
        expect(world.onlineMeetings.mostCreatingAtOnce).toBe(1);
        const record = await scheduler.waitFor(recordOf(world.store));
        expect(record).toMatchObject({ generation: 2, requestedBy: { aadId: ada.aadId } });
      }),
    );
  });
});
