/** A clock that tests advance, which wakes its sleepers. */
export interface TestClock {
  now: () => Date;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Advances by `ms` and wakes sleepers in order. Time stops during I/O, whose duration depends on the machine. */
  advance(ms: number): Promise<void>;
  /**
   * Advances in small steps until `work` is done, for code that polls.
   */
  runUntil<T>(work: Promise<T>): Promise<T>;
  /** Marks I/O, during which time stops. */
  duringIo<T>(io: () => Promise<T>): Promise<T>;
  /** Sleeps during I/O that continues only when time advances, such as a delayed response. */
  sleepDuringIo: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Resolves when code sleeps for exactly `ms`. */
  waitForSleep(ms: number): Promise<void>;
}

interface Sleeper {
  atMs: number;
  ms: number;
  wake: () => void;
}

export function createTestClock(start = "2026-11-20T09:00:00.000Z"): TestClock {
  let nowMs = Date.parse(start);
  let ioCount = 0;
  const isInIo = () => ioCount > 0;
  const sleepers = new Set<Sleeper>();
  const watchers = new Set<{ ms: number; seen: () => void }>();

  const clock: TestClock = {
    now: () => new Date(nowMs),

    sleep(ms, signal) {
      return new Promise((resolve) => {
        const sleeper = { atMs: nowMs + ms, ms, wake };
        function wake() {
          sleepers.delete(sleeper);
          signal?.removeEventListener("abort", wake);
          resolve();
        }
        if (signal?.aborted) return resolve();
        signal?.addEventListener("abort", wake);
        sleepers.add(sleeper);
        for (const watcher of watchers) if (watcher.ms === ms) watcher.seen();
      });
    },

    async advance(ms) {
      const targetMs = nowMs + ms;
      for (;;) {
        while (isInIo()) await new Promise(setImmediate);
        const next = [...sleepers].toSorted((a, b) => a.atMs - b.atMs)[0];
        if (!next || next.atMs > targetMs) break;
        nowMs = Math.max(nowMs, next.atMs);
        next.wake();
        await new Promise(setImmediate);
      }
      nowMs = targetMs;
    },

    async runUntil(work) {
      const running = { isDone: false };
      void work.finally(() => (running.isDone = true));
      while (!running.isDone) {
        await clock.advance(50);
        await new Promise(setImmediate);
      }
      return work;
    },

    async duringIo(io) {
      ioCount += 1;
      try {
        return await io();
      } finally {
        ioCount -= 1;
      }
    },

    async sleepDuringIo(ms, signal) {
      ioCount -= 1;
      try {
        await clock.sleep(ms, signal);
      } finally {
        ioCount += 1;
      }
    },

    waitForSleep(ms) {
      if ([...sleepers].some((sleeper) => sleeper.ms === ms)) return Promise.resolve();
      return new Promise((resolve) => {
        const watcher = { ms, seen };
        function seen() {
          watchers.delete(watcher);
          resolve();
        }
        watchers.add(watcher);
      });
    },
  };

  return clock;
}
