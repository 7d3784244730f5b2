import { holdTurns, releaseTurns } from "../../src/async/current-turn";
import { toAppError } from "../../src/errors";
import type { Log } from "../../src/log";
import type { Metrics } from "../../src/metrics/metrics";

/** Work that outlives its turn. */
export function createBackgroundWork(log: Log, metrics?: Metrics) {
  const running = new Set<Promise<unknown>>();
  const end = (work: Promise<unknown>): void => {
    running.delete(work);
    releaseTurns();
    metrics?.backgroundChanged(running.size);
  };
  return {
    /** Keeps the process alive until the work is done, and logs its error. */
    waitUntil: (work: Promise<unknown>): void => {
      running.add(work);
      holdTurns();
      metrics?.backgroundChanged(running.size);
      work.then(
        () => end(work),
        (error: unknown) => {
          log.error({ code: toAppError(error).code }, "work in the background failed", error);
          end(work);
        },
      );
    },
    /** Resolves when everything is done, including work that was started in the meantime. */
    drain: async (): Promise<void> => {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
