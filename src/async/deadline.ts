import { setImmediate as afterReading } from "node:timers/promises";
import { TaskCancelledError } from "cockatiel";

/** Resolves after `ms`. Resolves early, and never rejects, when the signal aborts. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** Aborts a signal without creating an error with its stack, which takes longer than the rest of a timer. */
export const ENDED = new TaskCancelledError("the work has ended");

/**
 * Runs work with a time limit. At the deadline the signal aborts and the call throws, even if the work ignores the
 * signal.
 *
 * @param options `signal` aborts the work before its deadline. `sleep` defaults to the real clock.
 * @throws TaskCancelledError
 */
export async function withDeadline<T>(
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
  { sleep: sleepUntil = sleep, signal }: { sleep?: Sleep; signal?: AbortSignal | undefined } = {},
): Promise<T> {
  const ended = new AbortController();
  // `AbortSignal.any` takes several times as long.
  const end = () => ended.abort(signal?.reason);
  if (signal?.aborted) end();
  signal?.addEventListener("abort", end, { once: true });
  let isDone = false;
  const late = sleepUntil(ms, ended.signal).then(async () => {
    if (isDone) throw ENDED;
    // After a stall, Node runs timers before it reads sockets: the response may be here already.
    if (!ended.signal.aborted) await afterReading();
    throw new TaskCancelledError(`timed out after ${ms} ms`);
  });
  try {
    return await Promise.race([work(ended.signal), late]);
  } finally {
    isDone = true;
    signal?.removeEventListener("abort", end);
    ended.abort(ENDED);
  }
}

/** Uses the real clock. The one of `timers/promises` creates an error when it's aborted. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(end, ms);
    signal?.addEventListener("abort", end, { once: true });

    function end(): void {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    }
  });
}
