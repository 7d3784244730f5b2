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
export function withDeadline<T>(
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
  { sleep: sleepUntil = sleep, signal }: { sleep?: Sleep; signal?: AbortSignal | undefined } = {},
): Promise<T> {
  const ended = new AbortController();
  // `AbortSignal.any` takes several times as long.
  const end = () => ended.abort(ENDED);
  if (signal?.aborted) end();
  signal?.addEventListener("abort", end, { once: true });
  void sleepUntil(ms, ended.signal).then(() => {
    // After a stall, Node runs timers before it reads sockets: the response may be here already.
    if (!ended.signal.aborted) setImmediate(end);
  });
  return untilAborted(work, ended.signal, () => {
    signal?.removeEventListener("abort", end);
    end();
  });
}

/**
 * Runs work until the signal aborts: then the call throws, even if the work ignores the signal.
 *
 * @param onEnd called when the work has ended by itself
 * @throws TaskCancelledError
 */
export function untilAborted<T>(
  work: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
  onEnd: () => void = () => undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new TaskCancelledError("timed out"));
    const end = () => {
      signal.removeEventListener("abort", giveUp);
      onEnd();
    };
    const fail = (error: unknown) => {
      end();
      reject(error);
    };
    if (signal.aborted) giveUp();
    else signal.addEventListener("abort", giveUp, { once: true });
    try {
      work(signal).then((value) => {
        end();
        resolve(value);
      }, fail);
    } catch (error) {
      fail(error);
    }
  });
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
