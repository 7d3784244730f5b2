import type { Temporal } from "@js-temporal/polyfill";
import type * as RRule from "rrule-temporal";
import type { RepeatRule } from "./repeat-rule";

const FREQUENCIES = { daily: "DAILY", weekly: "WEEKLY", monthly: "MONTHLY" } as const;
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** A rule and how it ends. */
export interface BoundedRule extends RepeatRule {
  /** `2027-06-30` */
  until?: string;
  count?: number;
}

/**
 * The rule as rrule-temporal counts it, by RFC 5545. It counts dates alone, at midnight in UTC, so that no clock change moves
 * them, and so that it needs a tenth of the time.
 */
export function toLibraryRule(rule: BoundedRule, first: Temporal.PlainDate): RRule.RRuleTemporal {
  const { frequency, interval, weekdays, monthDay, place = "", until, count } = rule;
  // Loaded at its first use: few requests repeat.
  const { RRuleTemporal }: typeof RRule = require("rrule-temporal");
  return new RRuleTemporal({
    freq: FREQUENCIES[frequency],
    interval,
    dtstart: first.toZonedDateTime("UTC"),
    ...(weekdays && { byDay: weekdays.map((day) => `${place}${WEEKDAYS[day - 1]}`) }),
    ...(monthDay !== undefined && { byMonthDay: [monthDay] }),
    ...(until !== undefined && { until: toMidnight(until) }),
    ...(count !== undefined && { count }),
  });
}

/** The date as the library's functions take it. */
export function toLibraryDate(date: Temporal.PlainDate): Date {
  return new Date(`${date.toString()}T00:00:00Z`);
}

function toMidnight(date: string) {
  return { timeZoneId: "UTC", toString: () => `${date}T00:00:00+00:00[UTC]` };
}
