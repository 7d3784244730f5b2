import type { Temporal } from "@js-temporal/polyfill";
import type { Repeat } from "../languages/repeat";

/** How something repeats. Without weekdays, or a day of the month, it does so on those of its start. */
export interface RepeatRule extends Omit<Repeat, "part"> {
  interval: number;
  monthDay?: number;
  /** Which of the month's weekdays; the last is -1. */
  place?: number;
}

/** The rule of a series that starts on a date. */
export function completeRule<Rule extends RepeatRule>(rule: Rule, first: Temporal.PlainDate): Rule {
  const { frequency, weekdays, monthDay } = rule;
  if (weekdays || monthDay !== undefined || frequency === "daily") return rule;
  return frequency === "weekly"
    ? { ...rule, weekdays: [first.dayOfWeek] }
    : { ...rule, monthDay: first.day };
}
