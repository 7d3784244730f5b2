import { toAppError } from "../errors";
import type { Log } from "../log";
import type { CheckId, CheckOutcome, CheckResult } from "../meetings/ports/check-report";
import { toFault, type Check } from "./check";

/** Five steps stand on one another, and all of them are told within the half minute that people wait. */
export const CHECK_DEADLINE_MS = 5_000;

interface CheckDeps {
  /** Resolves early, and never rejects, when the signal aborts. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  log: Log;
}

/**
 * Looks at everything at once, but for what needs something else first: that is left out when its ground is not
 * in order, so that one thing that is broken is one fault.
 *
 * @param checks Each after what it needs.
 */
export async function runChecks(checks: readonly Check[], deps: CheckDeps): Promise<CheckResult[]> {
  const outcomes = new Map<CheckId, Promise<CheckOutcome>>();
  for (const check of checks) {
    const ground = check.needs && outcomes.get(check.needs);
    outcomes.set(check.id, lookOnGround(check, ground, deps));
  }
  return Promise.all(
    Array.from(outcomes, async ([id, outcome]): Promise<CheckResult> => ({
      id,
      ...(await outcome),
    })),
  );
}

async function lookOnGround(
  check: Check,
  ground: Promise<CheckOutcome> | undefined,
  deps: CheckDeps,
): Promise<CheckOutcome> {
  const found = await ground;
  if (!found || found.status === "ok") return lookInTime(check, deps);
  const first = found.status === "skipped" ? found.ground : undefined;
  return { status: "skipped", code: "noGround", ground: first ?? check.needs };
}

async function lookInTime(check: Check, { sleep, log }: CheckDeps): Promise<CheckOutcome> {
  const timer = new AbortController();
  const tooLate = sleep(CHECK_DEADLINE_MS, timer.signal).then(() =>
    toFault("noAnswer", { seconds: String(CHECK_DEADLINE_MS / 1000) }),
  );
  const looking = (async () => check.look())().catch((error: unknown) => {
    const { code } = toAppError(error);
    log.error({ check: check.id, code }, "a check failed", error);
    return toFault("unexpected", { reason: code });
  });
  const outcome = await Promise.race([looking, tooLate]);
  timer.abort();
  return outcome;
}
