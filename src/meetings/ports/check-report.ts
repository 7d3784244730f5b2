/** What was found about one part of the setup, in words for admins. They are in English: see `src/check/`. */
export interface CheckResult {
  id: string;
  status: "ok" | "fault" | "skipped";
  name: string;
  message: string;
  /** The one thing to do about a fault. */
  fix?: string;
  /** A line each: where to find the page in a portal, or each setting that is wrong. */
  details?: readonly string[];
  /** What to paste or look for: ids, commands, error codes. */
  copy?: readonly CopyValue[];
  /** The page to open. */
  url?: string;
}

/** A value that people copy, so it must be shown letter by letter. */
export interface CopyValue {
  label: string;
  value: string;
}

export interface CheckReport {
  results: readonly CheckResult[];
}

export interface CheckRequest {
  tenantId: string;
  /** The Entra object id of the user to create a meeting for, unless `ORGANIZER` names one. */
  userAadId?: string;
  /** Runs only the checks for members, and may return a report that is up to a minute old. */
  isBrief?: boolean;
}

/** Checks everything that meetings need. Faults are in the report, and never thrown. */
export type CheckSetup = (request: CheckRequest) => Promise<CheckReport>;

/** Whether no fault was found. A skipped part may still have one. */
export function isSound({ results }: CheckReport): boolean {
  return results.every(({ status }) => status !== "fault");
}
