import type { Sleep } from "./deadline";

export interface PaceSpec {
  /** Calls a second, while the service accepts them. */
  perSecond: number;
  /** Calls a second at first: others may call the same service. */
  firstPerSecond: number;
  /** Calls a second, however busy the service is. */
  minPerSecond: number;
  /** Calls that don't wait, after a pause. In any second there are at most this many more than `perSecond`. */
  burst: number;
}

/** How much the pace grows in a second. */
const GROWTH_PER_SECOND = 1;
/** TCP halves, which uses three quarters of what the service allows. With less, it's nine tenths. */
const SLOW_DOWN_FACTOR = 0.8;
/** After this without a call, it starts as at first. */
const IDLE_MS = 5_000;
/** Refusals of calls that were on their way together count once. */
const SLOW_DOWN_EVERY_MS = 1_000;

/**
 * Spreads calls over time. Several processes don't know of each other, so the pace falls when the service says that there
 * were too many, and grows slowly after that, as in TCP (https://www.rfc-editor.org/rfc/rfc5681#section-3.1).
 */
export function createAdaptivePace(
  { perSecond, firstPerSecond, minPerSecond, burst }: PaceSpec,
  { now, sleep }: { now: () => Date; sleep: Sleep },
) {
  let pace = firstPerSecond;
  let changedAtMs = now().getTime();
  let slowedAtMs = -Infinity;
  let nextMs = -Infinity;

  function grow(nowMs: number): void {
    const seconds = Math.max(0, nowMs - changedAtMs) / 1_000;
    pace = Math.min(perSecond, pace + seconds * GROWTH_PER_SECOND);
    changedAtMs = nowMs;
  }

  return {
    /** Resolves when the next call may start, or when the signal aborts. */
    async wait(signal?: AbortSignal): Promise<void> {
      const nowMs = now().getTime();
      grow(nowMs);
      if (nowMs - nextMs > IDLE_MS) pace = Math.min(pace, firstPerSecond);
      const gapMs = 1_000 / pace;
      const startMs = Math.max(nextMs, nowMs - (burst - 1) * gapMs);
      nextMs = startMs + gapMs;
      if (startMs > nowMs) await sleep(startMs - nowMs, signal);
      // On a busy machine, timers are late.
      nextMs = Math.max(nextMs, now().getTime() + (2 - burst) * gapMs);
    },

    /** The service refused a call, because there were too many. */
    slowDown(): void {
      const nowMs = now().getTime();
      if (nowMs - slowedAtMs < SLOW_DOWN_EVERY_MS) return;
      grow(nowMs);
      slowedAtMs = nowMs;
      pace = Math.max(minPerSecond, pace * SLOW_DOWN_FACTOR);
    },
  };
}
