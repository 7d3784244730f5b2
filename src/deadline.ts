import { setTimeout as delay } from "node:timers/promises";
import { TaskCancelledError } from "cockatiel";

/** Resolves after `ms`, or as soon as the signal aborts. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export interface DeadlineOptions {
  /** The real clock's, unless given. */
  sleep?: Sleep | undefined;
  /** Ends the work early, as its deadline does. */
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
  { sleep = sleepReally, signal }: DeadlineOptions = {},
): Promise<T> {
  const ended = new AbortController();
  const either = signal ? AbortSignal.any([signal, ended.signal]) : ended.signal;
  const late = sleep(ms, either).then(() => {
    throw new TaskCancelledError(`It did not end within ${ms} ms`);
  });
  try {
    return await Promise.race([work(either), late]);
  } finally {
    ended.abort();
  }
}

async function sleepReally(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { signal });
  } catch {
    // Aborted: the work has ended.
  }
}
