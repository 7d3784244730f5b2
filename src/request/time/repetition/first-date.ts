import { Temporal } from "@js-temporal/polyfill";
import { toLibraryDate, toLibraryRule } from "./library-rule";
import type { RepeatRule } from "./repeat-rule";

/**
 * The first date of a rule on or after a day, as RFC 5545 counts: the 31st is only in months that have it. The series
 * starts there, so an interval counts from it.
 */
export function findFirstDate(rule: RepeatRule, from: Temporal.PlainDate): Temporal.PlainDate {
  const { frequency, weekdays, monthDay, place } = rule;
  const everyTime = { frequency, weekdays, monthDay, place, interval: 1 };
  const first = toLibraryRule(everyTime, from).next(toLibraryDate(from), true);
  return first ? Temporal.PlainDate.from(first.toPlainDate().toString()) : from;
}

/** Whether a rule has this date. */
export function isOnDate(rule: RepeatRule, date: Temporal.PlainDate): boolean {
  return findFirstDate(rule, date).equals(date);
}
