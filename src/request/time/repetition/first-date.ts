import { Temporal } from "@js-temporal/polyfill";
import type * as RRule from "rrule-temporal";
import type { RepeatRule } from "./repeat-rule";

const FREQUENCIES = { daily: "DAILY", weekly: "WEEKLY", monthly: "MONTHLY" } as const;
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/**
 * The first date of a rule on or after a day, as RFC 5545 counts: the 31st is only in months that have it. The series
 * starts there, so an interval counts from it.
 */
export function findFirstDate(rule: RepeatRule, from: Temporal.PlainDate): Temporal.PlainDate {
  // Loaded at its first use: few requests repeat.
  const { RRuleTemporal }: typeof RRule = require("rrule-temporal");
  // Dates alone, so that no clock change moves them. Whether the time exists that day is checked later.
  const dtstart = from.toZonedDateTime("UTC");
  const { frequency, weekdays, monthDay, place = "" } = rule;
  const series = new RRuleTemporal({
    freq: FREQUENCIES[frequency],
    dtstart,
    ...(weekdays && { byDay: weekdays.map((day) => `${place}${WEEKDAYS[day - 1]}`) }),
    ...(monthDay !== undefined && { byMonthDay: [monthDay] }),
  });
  const first = series.next(new Date(dtstart.epochMilliseconds), true);
  return first ? Temporal.PlainDate.from(first.toPlainDate().toString()) : from;
}

/** Whether a rule has this date. */
export function isOnDate(rule: RepeatRule, date: Temporal.PlainDate): boolean {
  return findFirstDate(rule, date).equals(date);
}
