import {
  BrokenCircuitError,
  bulkhead,
  ExponentialBackoff,
  TaskCancelledError,
  type IBackoff,
} from "cockatiel";
import { ENDED, untilAborted, withDeadline, type Sleep } from "../async/deadline";
import type { Log } from "../log";
import type { Metrics } from "../metrics/metrics";
import { createCircuit } from "./circuit";
import type { PolicySpec } from "./policies";
import { createRetryBudget } from "./retry-budget";

/** What an error says about the service. */
export interface Failure {
  /** Whether the circuit counts it. It doesn't count a 429: the limit may be one user's, and others must not suffer. */
  isOutage: boolean;
  isRetryable: boolean;
  retryAfterSeconds?: number | undefined;
}

/** Returns `undefined` for an answer to the request, such as a 403: asking again wouldn't change it. */
export type ReadFailure = (error: Error, now: Date) => Failure | undefined;

export interface PolicyDeps {
  now: () => Date;
  sleep: Sleep;
  /** Waits before a retry. Default: `sleep`. */
  sleepBeforeRetry?: Sleep;
  log?: Pick<Log, "info" | "warn">;
  metrics?: Pick<Metrics, "circuitChanged">;
}

export interface Operation {
  /** Aborts at the deadline. */
  signal: AbortSignal;
  /**
   * Makes one request, when its turn comes.
   *
   * @throws TaskCancelledError when it takes too long; BrokenCircuitError or BulkheadRejectedError, both at once
   */
  call: <T>(send: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  /**
   * Repeats an attempt that failed, as long as the budget and the deadline allow.
   *
   * @param mayRepeat Whether it does no harm after this error. Default: it never does.
   */
  retry: <T>(
    attempt: (isRetry: boolean) => Promise<T>,
    mayRepeat?: (error: Error) => boolean,
  ) => Promise<T>;
}

export type Policy = ReturnType<typeof createPolicy>;

/** The deadline, retries, circuit breaker and bulkhead of one service. Share one policy between all its calls. */
export function createPolicy(
  spec: PolicySpec,
  { now, sleep, sleepBeforeRetry = sleep, log, metrics }: PolicyDeps,
  readError: ReadFailure,
) {
  const { service, attemptMs, maxRetries, retryDelayMs, maxRetryDelayMs } = spec;
  const delays = { initialDelay: retryDelayMs, maxDelay: maxRetryDelayMs };
  const slots = bulkhead(spec.width, spec.queue);
  const budget = createRetryBudget(spec.budget, now);
  const circuit = createCircuit(spec.circuit, {
    now,
    isFailure: (error) => error !== ENDED && (readFailure(error)?.isOutage ?? false),
    onOpen() {
      log?.warn({ service }, "too many calls failed, so there are none for a moment");
      metrics?.circuitChanged(service, true);
    },
    onClose() {
      log?.info({ service }, "a service works again");
      metrics?.circuitChanged(service, false);
    },
  });

  /**
   * Runs work that makes one or more calls, with one deadline.
   *
   * @param deadlineMs can be shorter than the policy's.
   * @throws TaskCancelledError at the deadline, even if the work ignores its signal
   */
  return function runOperation<T>(
    work: (operation: Operation) => Promise<T>,
    deadlineMs: number = spec.deadlineMs,
  ): Promise<T> {
    const deadlineAtMs = now().getTime() + deadlineMs;
    return withDeadline(
      deadlineMs,
      (signal) =>
        work({
          signal,
          call: (send) => call(send, { deadlineMs, signal }),
          retry: (attempt, mayRepeat = () => true) =>
            retry(attempt, mayRepeat, { deadlineAtMs, signal }),
        }),
      { sleep },
    );
  };

  function call<T>(
    send: (signal: AbortSignal) => Promise<T>,
    within: { deadlineMs: number; signal: AbortSignal },
  ): Promise<T> {
    circuit.assertClosed();
    // Without the signal: cockatiel's queue stops at a call whose signal has aborted.
    return slots.execute(() => {
      within.signal.throwIfAborted();
      budget.addCall();
      return circuit.execute(() => sendInTime(send, within));
    });
  }

  async function sendInTime<T>(
    send: (signal: AbortSignal) => Promise<T>,
    { deadlineMs, signal }: { deadlineMs: number; signal: AbortSignal },
  ): Promise<T> {
    const fairAtMs = now().getTime() + attemptMs / 2;
    try {
      return await (attemptMs < deadlineMs
        ? withDeadline(attemptMs, send, { sleep, signal })
        : untilAborted(send, signal));
    } catch (error) {
      // The call waited for its turn, and the operation's deadline left it little time: the service isn't to blame.
      throw signal.aborted && now().getTime() < fairAtMs ? ENDED : error;
    }
  }

  /** cockatiel's own retry waits by the real clock, past the deadline, and has no budget. */
  async function retry<T>(
    attempt: (isRetry: boolean) => Promise<T>,
    mayRepeat: (error: Error) => boolean,
    { deadlineAtMs, signal }: { deadlineAtMs: number; signal: AbortSignal },
  ): Promise<T> {
    let backoff: IBackoff<unknown> | undefined;
    let retryCount = 0;
    for (;;) {
      try {
        return await attempt(retryCount > 0);
      } catch (error) {
        const leftMs = deadlineAtMs - now().getTime();
        if (error instanceof BrokenCircuitError) {
          await waitForCircuit(error, leftMs, signal);
          continue;
        }
        const failure = error instanceof Error && mayRepeat(error) ? readFailure(error) : undefined;
        if (!failure?.isRetryable || retryCount === maxRetries) throw error;
        backoff = backoff ? backoff.next(undefined) : new ExponentialBackoff(delays).next();
        // Others may have got the same Retry-After, so the jitter comes on top of it.
        const delayMs = (failure.retryAfterSeconds ?? 0) * 1000 + backoff.duration;
        if (delayMs >= leftMs || !budget.take()) throw error;
        await sleepBeforeRetry(delayMs, signal);
        signal.throwIfAborted();
        retryCount += 1;
      }
    }
  }

  async function waitForCircuit(
    error: BrokenCircuitError,
    leftMs: number,
    signal: AbortSignal,
  ): Promise<void> {
    const pauseMs = circuit.readPauseMs();
    if (!spec.waitsForCircuit || pauseMs >= leftMs) throw error;
    await sleep(pauseMs, signal);
    signal.throwIfAborted();
  }

  function readFailure(error: Error): Failure | undefined {
    return error instanceof TaskCancelledError
      ? { isOutage: true, isRetryable: true }
      : readError(error, now());
  }
}
