import type { MeetingStore } from "../../src/meetings/record/meeting-store";
import { createMemoryStore } from "../../src/storage/memory-store";

/** A store in memory whose reads of a record wait while it is paused. */
export interface PausableStore {
  store: MeetingStore;
  pause(): void;
  resume(): void;
}

export function createPausableStore(): PausableStore {
  const store = createMemoryStore();
  let running = Promise.resolve();
  let resume: (() => void) | undefined;
  return {
    store: {
      ...store,
      async get(key) {
        await running;
        return store.get(key);
      },
    },
    pause() {
      running = new Promise((resolve) => (resume = resolve));
    },
    resume: () => resume?.(),
  };
}
