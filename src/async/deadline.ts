import { setTimeout as delay } from "node:timers/promises";
import { TaskCancelledError } from "cockatiel";

/** Resolves after `ms`, or as soon as the signal aborts. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export interface DeadlineOptions {
  /** Sleeps by the real clock unless given. */
  sleep?: Sleep | undefined;
  /** Ends the work early, like its deadline. */
  signal?: AbortSignal;
}

/**
 * Runs work that has to end within `ms`. At the deadline its signal aborts, and the caller waits no longer, even if
 * the work ignores the signal.
 *
 * @throws TaskCancelledError
 */
export async function withDeadline<T>(
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
  { sleep: sleepUntil = sleep, signal }: DeadlineOptions = {},
): Promise<T> {
  const ended = new AbortController();
  const either = signal ? AbortSignal.any([signal, ended.signal]) : ended.signal;
  const late = sleepUntil(ms, either).then(() => {
    throw new TaskCancelledError(`It did not end within ${ms} ms`);
  });
  try {
    return await Promise.race([work(either), late]);
  } finally {
    ended.abort();
  }
}

/** Sleeps by the real clock. Resolves early, and never rejects, when the signal aborts. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { signal });
  } catch {
    // Aborted: nothing waits for the rest.
  }
}
