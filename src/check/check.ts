import { SKIPPED, CHECK_NAMES, type CheckId } from "./check-words";

/** A check of one part of the setup. */
export interface Check {
  id: CheckId;
  /** The check is skipped unless this one is ok. */
  needs?: CheckId;
  /** An error that it throws is reported as an unexpected fault. */
  run(): Promise<CheckOutcome> | CheckOutcome;
}

export interface Fault {
  status: "fault";
  message: string;
  /** The one thing to do. */
  fix: string;
  /** Text to paste somewhere, or an address to open: cmdlets, paths in portals. */
  copy: readonly string[];
}

export type CheckOutcome =
  | { status: "ok"; message: string }
  | Fault
  | { status: "skipped"; message: string; blockedBy?: CheckId };

export function toOk(message: string): CheckOutcome {
  return { status: "ok", message };
}

export function toFault(
  words: Pick<Fault, "message" | "fix">,
  copy: readonly string[] = [],
): Fault {
  return { status: "fault", ...words, copy };
}

export function toSkipped(message: string): CheckOutcome {
  return { status: "skipped", message };
}

/** @param blockedBy The check that has to be ok first. */
export function toBlocked(blockedBy: CheckId): CheckOutcome {
  const message = SKIPPED.noGround({ ground: CHECK_NAMES[blockedBy] });
  return { status: "skipped", message, blockedBy };
}
