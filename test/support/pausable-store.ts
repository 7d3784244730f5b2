import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import { createMemoryStore } from "../../src/storage/memory-store";

/** A store whose reads wait while it is paused. */
export interface PausableStore {
  store: MeetingStore;
  pause(): void;
  resume(): void;
}

export function createPausableStore(store: MeetingStore = createMemoryStore()): PausableStore {
  let running = Promise.resolve();
  let resume: (() => void) | undefined;
  return {
    store: {
      ...store,
      records: {
        ...store.records,
        async get(key) {
          await running;
          return store.records.get(key);
        },
        // As if it was on another machine.
        getNow: () => undefined,
      },
    },
    pause() {
      running = new Promise((resolve) => (resume = resolve));
    },
    resume: () => resume?.(),
  };
}
