import type { CheckFault, CheckId, CheckOutcome } from "../meetings/ports/check-report";

/** One part of the set-up that is looked at. */
export interface Check {
  id: CheckId;
  /** Without this there is nothing to look at. */
  needs?: CheckId;
  /** What it throws is a fault that nobody foresaw. */
  look(): Promise<CheckOutcome> | CheckOutcome;
}

export type Fault = Extract<CheckOutcome, { status: "fault" }>;

export function toFault(
  code: CheckFault,
  values: CheckOutcome["values"] = {},
  copy: readonly string[] = [],
): Fault {
  return { status: "fault", code, values, copy };
}
