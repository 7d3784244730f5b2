/** What was found about one part of the setup, in words for admins. They are in English: see `src/check/`. */
export interface CheckResult {
  id: string;
  status: "ok" | "fault" | "skipped";
  name: string;
  message: string;
  /** The one thing to do about a fault. */
  fix?: string;
  /** Text to paste somewhere, or an address to open: cmdlets, paths in portals. */
  copy?: readonly string[];
}

export interface CheckReport {
  results: readonly CheckResult[];
}

export interface CheckRequest {
  tenantId: string;
  /** The Entra object id of the user to create a meeting for, unless `ORGANIZER` names one. */
  userAadId?: string;
  /** Creates no meeting, and may return a report that is up to a minute old. */
  isBrief?: boolean;
}

/** Checks everything that meetings need. Faults are in the report, and never thrown. */
export type CheckSetup = (request: CheckRequest) => Promise<CheckReport>;

/** Whether no fault was found. A skipped part may still have one. */
export function isSound({ results }: CheckReport): boolean {
  return results.every(({ status }) => status !== "fault");
}
