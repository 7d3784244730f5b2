import type { RetryBudgetSpec } from "./policies";

/** Limits the retries of all calls together. */
export function createRetryBudget(
  { reserve, perSecond, perCall }: RetryBudgetSpec,
  now: () => Date,
) {
  let left = reserve;
  let countedAtMs = now().getTime();

  function add(retries: number): void {
    left = Math.min(reserve, left + retries);
  }

  return {
    addCall: () => add(perCall),

    /** Whether a retry is within the budget, which then has one less. */
    take(): boolean {
      const nowMs = now().getTime();
      add((Math.max(0, nowMs - countedAtMs) / 1000) * perSecond);
      countedAtMs = nowMs;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
