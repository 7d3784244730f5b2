import type { Temporal } from "@js-temporal/polyfill";
import type { Day } from "./match";

type NamedDate =
  | { date?: Temporal.PlainDate; other?: undefined }
  | { date: Temporal.PlainDate; other: Temporal.PlainDate };

/** The one date that all the days name (`Tuesday, 24 November`), or two that differ. */
export function readNamedDate(days: readonly Day[]): NamedDate {
  const dated = days.flatMap((day) => (day.date ? [{ date: day.date, weekday: day.weekday }] : []));
  const date = (dated.find(({ weekday }) => weekday === undefined) ?? dated[0])?.date;
  if (!date) return {};
  const other = dated.find((one) =>
    one.weekday === undefined ? !one.date.equals(date) : one.weekday !== date.dayOfWeek,
  );
  return other ? { date, other: other.date } : { date };
}

/** A time that has passed is tomorrow's when no day was named, and next week's when its weekday was. */
export function daysToNext(days: readonly Day[]): number {
  const dated = days.filter(({ date }) => date);
  if (dated.length === 0) return 1;
  return dated.every(({ weekday }) => weekday !== undefined) ? 7 : 0;
}
