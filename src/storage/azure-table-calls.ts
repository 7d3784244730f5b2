import { ExponentialBackoff, handleWhen, retry } from "cockatiel";
import { withDeadline, type Sleep } from "../async/deadline";
import { isTransient, toTableError } from "./azure-table-errors";

/**
 * The deadline of one call. It has to fit into the 8 s after which a turn shows “being prepared”, and a lease
 * (`MEETING_LEASE_MS`) has to outlast one write and one call to Graph (`GRAPH_DEADLINE_MS`).
 */
export const STORE_DEADLINE_MS = 4_000;
/** The timeout of one request. The service usually answers within 10 ms. */
const ATTEMPT_MS = 2_000;
const MAX_RETRIES = 2;
const RETRY_DELAY_MS = 100;

export interface TableCallTimes {
  deadlineMs?: number;
  attemptMs?: number;
  /** Before the first retry; later ones wait longer. */
  retryDelayMs?: number;
  /** Waits for a deadline. The real clock by default. */
  sleep?: Sleep;
}

export interface Attempt {
  signal: AbortSignal;
  /** Whether this is a retry: the earlier request may have been carried out. */
  isRetry: boolean;
}

/**
 * Makes a call, with retries for transient errors, until one deadline.
 *
 * @param what starts the reason of an error, such as "reading".
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
  const retries = retry(handleWhen(isTransient), {
    maxAttempts: MAX_RETRIES,
    backoff: new ExponentialBackoff({ initialDelay: retryDelayMs }),
  }).dangerouslyUnref();

  return async function runTableCall(what, attempt) {
    const repeat = (whole: AbortSignal) =>
      retries.execute(({ attempt: count }) => {
        // The deadline may have passed during the delay.
        whole.throwIfAborted();
        return withDeadline(attemptMs, (signal) => attempt({ signal, isRetry: count > 0 }), {
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
