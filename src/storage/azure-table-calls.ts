import { ExponentialBackoff, handleWhen, retry } from "cockatiel";
import { withDeadline, type Sleep } from "../async/deadline";
import { mayPass, toTableError } from "./azure-table-errors";

/**
 * The longest that one call may take. A turn says after 8 s that its answer is being prepared; and a lease
 * (`CREATION_LEASE_MS`) outlasts a write of this length with a call to Graph after it (`GRAPH_DEADLINE_MS`).
 */
export const STORE_DEADLINE_MS = 4_000;
/** Of one request: the service answers in some 10 ms, so one that takes this long is lost. */
const ATTEMPT_MS = 2_000;
const MAX_RETRIES = 2;
const RETRY_DELAY_MS = 100;

export interface TableCallTimes {
  deadlineMs?: number;
  attemptMs?: number;
  /** Before the first repetition; later ones wait longer. */
  retryDelayMs?: number;
  /** Until a deadline; by the real clock, unless given. */
  sleep?: Sleep;
}

export interface Attempt {
  signal: AbortSignal;
  /** An earlier request of this call was not answered, or said that the service is in trouble: it may have been done. */
  isRepeated: boolean;
}

/**
 * Makes a call: repeats what may pass, and ends at one deadline. `what` says in an error what was tried.
 *
 * @throws AppError `store_unavailable`
 */
export type RunTableCall = <T>(
  what: string,
  attempt: (attempt: Attempt) => Promise<T>,
) => Promise<T>;

export function createTableCalls({
  deadlineMs = STORE_DEADLINE_MS,
  attemptMs = ATTEMPT_MS,
  retryDelayMs = RETRY_DELAY_MS,
  sleep,
}: TableCallTimes = {}): RunTableCall {
  const repetition = retry(handleWhen(mayPass), {
    maxAttempts: MAX_RETRIES,
    backoff: new ExponentialBackoff({ initialDelay: retryDelayMs }),
  }).dangerouslyUnref();

  return async function runTableCall(what, attempt) {
    const repeat = (whole: AbortSignal) =>
      repetition.execute(({ attempt: count }) => {
        // A repetition that was waited for while the deadline passed.
        whole.throwIfAborted();
        return withDeadline(attemptMs, (signal) => attempt({ signal, isRepeated: count > 0 }), {
          sleep,
          signal: whole,
        });
      }, whole);
    try {
      return await withDeadline(deadlineMs, repeat, { sleep });
    } catch (error) {
      throw toTableError(what, error);
    }
  };
}
