/** A clock that stands still until a test moves it, and whose sleepers wake when it does. */
export interface TestClock {
  now: () => Date;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Moves on by `ms`, waking sleepers in their order. */
  advance(ms: number): Promise<void>;
  /**
   * Moves on, a little at a time, until `work` is done: for code that waits and looks again. Time stands still during
   * I/O, because how long that takes depends on the machine.
   */
  runUntil<T>(work: Promise<T>): Promise<T>;
  /** Marks I/O: `runUntil` moves on only when none is under way. */
  duringIo<T>(io: () => Promise<T>): Promise<T>;
  /** Sleeps in the middle of I/O that only continues when time moves on, such as a server that delays its answer. */
  sleepDuringIo: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Resolves when somebody sleeps for exactly this long. */
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
        if (ioCount === 0) await clock.advance(50);
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
