import { TaskCancelledError } from "cockatiel";
import { withDeadline } from "../async/deadline";
import type { AppCredential } from "../auth/app-credential";
import type { GetApplicationToken } from "../auth/application-tokens";
import type { Cloud } from "../clouds";
import type { Dependencies } from "../deps";
import { toAppError } from "../errors";
import type { CheckResult } from "../meetings/ports/check-report";
import type { MeetingStore } from "../meetings/ports/meeting-store";
import { CHECKS, FAULTS, LABELS, SKIPPED, type CheckId } from "./check-words";
import type { Portals } from "./portals";

/** Up to five checks wait for one another, and no one waits longer than half a minute. */
export const CHECK_DEADLINE_MS = 5_000;

export interface Stoppable {
  /** On abort the checks stop waiting. Calls that delete what they created don't. */
  stopping?: AbortSignal;
}

/** A check of one part of the setup. */
export interface Check {
  id: CheckId;
  /** The check is skipped unless this one is ok. */
  needs?: CheckId;
  /** An error that it throws is reported as an unexpected fault. */
  run(): Promise<CheckOutcome> | CheckOutcome;
}

/** What every check gets. */
export interface CheckContext extends Pick<Dependencies, "fetch" | "now" | "log"> {
  tenantId: string;
  cloud: Cloud;
  credential: AppCredential;
  portals: Portals;
  /** Whether users consent for themselves. */
  isDelegated: boolean;
  /** Accepts a cached token, which doesn't have permissions granted since. */
  isBrief: boolean;
  getAppToken: GetApplicationToken;
  /** Throws `store_unavailable` if the store can't be opened. */
  openStore: () => Pick<MeetingStore, "records">;
}

/** Where to do what a fault needs, and the values for it. */
export type Directions = Pick<CheckResult, "details" | "copy" | "url">;

export interface Fault extends Directions {
  status: "fault";
  message: string;
  /** The one thing to do. */
  fix: string;
}

export type CheckOutcome =
  | { status: "ok"; message: string }
  | Fault
  | { status: "skipped"; message: string; blockedBy?: CheckId };

export function toOk(message: string): CheckOutcome {
  return { status: "ok", message };
}

export function toFault(words: Pick<Fault, "message" | "fix">, directions: Directions = {}): Fault {
  return { status: "fault", ...words, ...directions };
}

export function toSkipped(message: string): CheckOutcome {
  return { status: "skipped", message };
}

/** @param blockedBy The check that has to be ok first. */
export function toBlocked(blockedBy: CheckId): CheckOutcome {
  const message = SKIPPED.noGround({ ground: CHECKS[blockedBy].name });
  return { status: "skipped", message, blockedBy };
}

/** In English, like the report. */
export function toDate(moment: string): string {
  const format = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(moment));
}

export const NO_ANSWER = toFault(FAULTS.noAnswer({ seconds: String(CHECK_DEADLINE_MS / 1000) }));

export function toResult(id: CheckId, outcome: CheckOutcome): CheckResult {
  return { id, name: CHECKS[id].name, ...outcome };
}

/**
 * Runs all checks at the same time, except that a check waits for the one that it needs. It is skipped if that one
 * isn't ok, so that one cause is reported as one fault.
 *
 * @param checks In order: a check comes after the one that it needs.
 */
export async function runChecks(
  checks: readonly Check[],
  { sleep, log, stopping: signal }: Pick<Dependencies, "sleep" | "log"> & Stoppable,
): Promise<CheckResult[]> {
  const outcomes = new Map<CheckId, Promise<CheckOutcome>>();
  for (const check of checks) {
    outcomes.set(check.id, runAfter(check.needs && outcomes.get(check.needs), check));
  }
  return Promise.all(Array.from(outcomes, async ([id, outcome]) => toResult(id, await outcome)));

  async function runAfter(
    needed: Promise<CheckOutcome> | undefined,
    check: Check,
  ): Promise<CheckOutcome> {
    const found = await needed;
    if (found && check.needs && found.status !== "ok") {
      return toBlocked((found.status === "skipped" && found.blockedBy) || check.needs);
    }
    try {
      return await withDeadline(CHECK_DEADLINE_MS, async () => check.run(), { sleep, signal });
    } catch (error) {
      if (error instanceof TaskCancelledError) return NO_ANSWER;
      const { code } = toAppError(error);
      log.error({ check: check.id, code }, "a check failed", error);
      return toFault(FAULTS.unexpected, { copy: [{ label: LABELS.error, value: code }] });
    }
  }
}
