import { DelegateBackoff, ExponentialBackoff, type FailureReason, type IBackoff } from "cockatiel";

/** Exponential backoff with jitter, or the response's Retry-After where that is longer. */
export function createBackoff(
  delays: { initialDelay: number; maxDelay?: number },
  toRetryAfterSeconds: (error: Error) => number | undefined,
) {
  const exponential = new ExponentialBackoff(delays);
  return new DelegateBackoff<{ result: FailureReason<unknown> }, IBackoff<unknown>>(
    ({ result }, state = exponential.next()) => {
      const seconds = "error" in result ? toRetryAfterSeconds(result.error) : undefined;
      const delay = Math.max((seconds ?? 0) * 1000, state.duration);
      return { delay, state: state.next(undefined) };
    },
  );
}
