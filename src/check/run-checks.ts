import { TaskCancelledError } from "cockatiel";
import { withDeadline, type Sleep } from "../async/deadline";
import { toAppError } from "../errors";
import type { Log } from "../log";
import type { CheckResult } from "../meetings/ports/check-report";
import { toBlocked, toFault, type Check, type CheckOutcome } from "./check";
import { CHECK_NAMES, FAULTS, type CheckId } from "./check-words";

/** Up to five checks wait for one another, and people wait for half a minute at most. */
export const CHECK_DEADLINE_MS = 5_000;

export const NO_ANSWER = toFault(FAULTS.noAnswer({ seconds: String(CHECK_DEADLINE_MS / 1000) }));

interface CheckDeps {
  sleep: Sleep;
  log: Log;
}

/**
 * Runs all checks at the same time, except that a check waits for the one that it needs. It is skipped if that one
 * isn't ok, so that one cause is reported as one fault.
 *
 * @param checks Each after the one that it needs.
 */
export async function runChecks(checks: readonly Check[], deps: CheckDeps): Promise<CheckResult[]> {
  const outcomes = new Map<CheckId, Promise<CheckOutcome>>();
  for (const check of checks) {
    outcomes.set(check.id, runAfter(check.needs && outcomes.get(check.needs), check, deps));
  }
  return Promise.all(Array.from(outcomes, async ([id, outcome]) => toResult(id, await outcome)));
}

export function toResult(id: CheckId, outcome: CheckOutcome): CheckResult {
  return { id, name: CHECK_NAMES[id], ...outcome };
}

async function runAfter(
  needed: Promise<CheckOutcome> | undefined,
  check: Check,
  deps: CheckDeps,
): Promise<CheckOutcome> {
  const found = await needed;
  if (!found || !check.needs || found.status === "ok") return runInTime(check, deps);
  return toBlocked((found.status === "skipped" && found.blockedBy) || check.needs);
}

async function runInTime(check: Check, { sleep, log }: CheckDeps): Promise<CheckOutcome> {
  try {
    return await withDeadline(CHECK_DEADLINE_MS, async () => check.run(), { sleep });
  } catch (error) {
    if (error instanceof TaskCancelledError) return NO_ANSWER;
    const { code } = toAppError(error);
    log.error({ check: check.id, code }, "a check failed", error);
    return toFault(FAULTS.unexpected({ reason: code }));
  }
}
