import { toAppError } from "../../src/errors";
import type { Log } from "../../src/log";
import type { Metrics } from "../../src/metrics/metrics";

/** Work that outlives its turn. */
export function createBackgroundWork(log: Log, metrics?: Metrics) {
  const running = new Set<Promise<void>>();
  return {
    /** Keeps the process alive until the work is done, and logs its error. */
    waitUntil: (work: Promise<unknown>): void => {
      const done = work
        .then(() => undefined)
        .catch((error: unknown) => {
          log.error({ code: toAppError(error).code }, "work in the background failed", error);
        })
        .finally(() => {
          running.delete(done);
          metrics?.backgroundChanged(running.size);
        });
      running.add(done);
      metrics?.backgroundChanged(running.size);
    },
    /** Resolves when everything is done, including work that was started in the meantime. */
    drain: async (): Promise<void> => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
