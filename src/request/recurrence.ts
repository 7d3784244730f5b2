import { Temporal } from "@js-temporal/polyfill";
import { isOnDate } from "./time/repetition/first-date";
import { completeRule } from "./time/repetition/repeat-rule";

/** How a meeting repeats after its first time: RFC 5545's recurrence rule, whose times are those of a zone. */
export interface Recurrence {
  frequency: "daily" | "weekly" | "monthly";
  /** Every so many days, weeks or months, counted from the first time. */
  interval: number;
  /** From Monday, which is 1. A weekly rule has them once the first time is known. */
  weekdays?: readonly number[];
  /** Of a monthly rule without `place`, once the first time is known. */
  monthDay?: number;
  /** Which of the month's weekdays; the last is -1. */
  place?: number;
  /** The last day that can have a meeting: `2027-06-30`. Never together with `count`. */
  until?: string;
  /** How many meetings there are. */
  count?: number;
  /** IANA name. */
  timeZone: string;
}

/** The same for another first time; `undefined` if the rule doesn't have that day. */
export function startAt(recurrence: Recurrence, startsAt: string): Recurrence | undefined {
  const { timeZone, until } = recurrence;
  const date = Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone).toPlainDate();
  const isOver = until !== undefined && date.toString() > until;
  return isOver || !isOnDate(recurrence, date) ? undefined : completeRule(recurrence, date);
}
