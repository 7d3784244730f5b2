import { createExpiringCache } from "./expiring-cache";
import type { Sleep } from "./deadline";

const MAX_KEYS = 10_000;

export interface RateLimit {
  count: number;
  perMs: number;
}

/**
 * Lets `count` calls for a key through in any `perMs`, for each of the limits. The others wait in order.
 *
 * @returns a function that resolves when the next call for the key may start, or when the signal aborts
 */
export function createRateLimiter(
  limits: readonly RateLimit[],
  { now, sleep }: { now: () => Date; sleep: Sleep },
) {
  const maxCount = Math.max(0, ...limits.map(({ count }) => count));
  const starts = createExpiringCache<readonly number[]>({
    maxEntries: MAX_KEYS,
    ttlMs: 2 * Math.max(0, ...limits.map(({ perMs }) => perMs)),
    now,
  });

  return async function waitForTurn(key: string, signal?: AbortSignal): Promise<void> {
    const earlier = starts.get(key) ?? [];
    const nowMs = now().getTime();
    // Earlier callers may still be waiting, so their starts can be in the future.
    const startMs = Math.max(
      nowMs,
      ...limits.map(({ count, perMs }) => (earlier.at(-count) ?? -Infinity) + perMs),
    );
    if (maxCount > 0) starts.set(key, [...earlier, startMs].slice(-maxCount));
    if (startMs > nowMs) await sleep(startMs - nowMs, signal);
  };
}
