import type { Sleep } from "./deadline";

export interface PaceSpec {
  /** Calls a second, while the service accepts them. */
  perSecond: number;
  /** Calls a second, however busy the service is. */
  minPerSecond: number;
  /** Calls that don't wait, after a pause. In any second there are at most this many more than `perSecond`. */
  burst: number;
}

/** How much the pace grows in a second. */
const RECOVERY_PER_SECOND = 1;
/** Refusals of calls that were on their way together count once. */
const SLOW_DOWN_EVERY_MS = 1_000;

/**
 * Spreads calls over time. Several processes don't know of each other, so the pace halves when the service says that there
 * were too many, and grows slowly after that, as TCP does (https://www.rfc-editor.org/rfc/rfc5681#section-3.1).
 */
export function createAdaptivePace(
  { perSecond, minPerSecond, burst }: PaceSpec,
  { now, sleep }: { now: () => Date; sleep: Sleep },
) {
  let pace = perSecond;
  let changedAtMs = now().getTime();
  let slowedAtMs = -Infinity;
  let nextMs = -Infinity;

  function grow(nowMs: number): void {
    const seconds = Math.max(0, nowMs - changedAtMs) / 1_000;
    pace = Math.min(perSecond, pace + seconds * RECOVERY_PER_SECOND);
    changedAtMs = nowMs;
  }

  return {
    /** Resolves when the next call may start, or when the signal aborts. */
    async wait(signal?: AbortSignal): Promise<void> {
      const nowMs = now().getTime();
      grow(nowMs);
      const gapMs = 1_000 / pace;
      const startMs = Math.max(nextMs, nowMs - (burst - 1) * gapMs);
      nextMs = startMs + gapMs;
      if (startMs > nowMs) await sleep(startMs - nowMs, signal);
    },

    /** The service refused a call, because there were too many. */
    slowDown(): void {
      const nowMs = now().getTime();
      if (nowMs - slowedAtMs < SLOW_DOWN_EVERY_MS) return;
      grow(nowMs);
      slowedAtMs = nowMs;
      pace = Math.max(minPerSecond, pace / 2);
    },
  };
}
