import { setTimeout as delay } from "node:timers/promises";
import { TaskCancelledError } from "cockatiel";

/** Resolves after `ms`. Resolves early, and never rejects, when the signal aborts. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

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
  { sleep: sleepUntil = sleep, signal }: { sleep?: Sleep; signal?: AbortSignal } = {},
): Promise<T> {
  const ended = new AbortController();
  const either = signal ? AbortSignal.any([signal, ended.signal]) : ended.signal;
  const late = sleepUntil(ms, either).then(() => {
    throw new TaskCancelledError(`timed out after ${ms} ms`);
  });
  try {
    return await Promise.race([work(either), late]);
  } finally {
    ended.abort();
  }
}

/** Uses the real clock. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { signal });
  } catch {
    // Aborted.
  }
}
