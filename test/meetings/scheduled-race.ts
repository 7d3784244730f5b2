import type fc from "fast-check";
import type { ActingPolicy } from "../../src/meetings/policy/acting";
import type { RecordStore } from "../../src/meetings/ports/meeting-store";
import { createMemoryStore } from "../../src/storage/memory-store";
import { createTestClock } from "../support/clock";
import { createFakeOnlineMeetings, startProcess } from "./processes";

export type ScheduledRace = ReturnType<typeof createScheduledRace>;

/** Processes whose steps fast-check orders: reads, writes, answers, timers. */
export function createScheduledRace(scheduler: fc.Scheduler, acting?: ActingPolicy) {
  const step = (name: string) => scheduler.schedule<void>(Promise.resolve(), name);
  const memory = createMemoryStore().records;
  const store: RecordStore = {
    ...memory,
    async get(key) {
      await step("read");
      return memory.get(key);
    },
    async insert(record) {
      await step("insert");
      const stored = await memory.insert(record);
      await step("inserted");
      return stored;
    },
    async replace(stored, next) {
      await step("replace");
      const replaced = await memory.replace(stored, next);
      await step("replaced");
      return replaced;
    },
  };
  const onlineMeetings = createFakeOnlineMeetings();
  onlineMeetings.pause = () => step("Graph");
  const clock = { now: createTestClock().now, sleep: () => step("sleep") };
  return {
    store,
    onlineMeetings,
    start: () => startProcess({ store, onlineMeetings, clock, acting }),
  };
}
