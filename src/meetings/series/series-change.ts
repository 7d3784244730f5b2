import { Temporal } from "@js-temporal/polyfill";
import { startAt, type Recurrence } from "../../request/recurrence";
import { toLibraryDate, toLibraryRule } from "../../request/time/repetition/library-rule";
import type { LiveRecord, MeetingSeries, TimeRange } from "../record/meeting-record";
import { listPlanned, listRuleOccurrences, toLengthMs } from "./next-occurrence";

/** Names an occurrence by the start that the rule gives it. */
interface OneOccurrence {
  ruleStartsAt: string;
}

/** How a meeting's series changes. Some come with a new time. */
export type SeriesChange =
  /** The meeting repeats from the new time on, instead of how it did before. */
  | { kind: "repeat"; recurrence: Recurrence }
  /** The meeting takes place only at the new time. */
  | { kind: "stop" }
  /** The occurrence is at the new time. */
  | ({ kind: "move-one" } & OneOccurrence)
  /** The occurrence is at the new time, and all later ones follow it. */
  | ({ kind: "move-all" } & OneOccurrence)
  /** By the starts that the rule gives them. */
  | { kind: "skip" | "unskip"; ruleStartsAts: readonly string[] }
  | { kind: "pause" | "resume" };

/** What a new time of a series can be for. */
export type MoveScope = Extract<SeriesChange, { kind: "move-one" | "move-all" | "stop" }>;

/** Exceptions that are kept. Older ones no longer matter. */
const MAX_EXCEPTIONS = 60;

export function toSeries(
  recurrence: Recurrence,
  { startsAt, endsAt }: Required<TimeRange>,
): MeetingSeries {
  return { recurrence, startsAt, endsAt };
}

/**
 * The meeting's series after a change; `undefined` if it then takes place once, or not again. Without a change, a new time is that of
 * the next occurrence.
 *
 * @param time the new time, for changes that come with one
 */
export function toChangedSeries(
  { series }: Pick<LiveRecord, "series">,
  change: SeriesChange | undefined,
  time: Required<TimeRange> | undefined,
  now: Date,
): MeetingSeries | undefined {
  if (change?.kind === "repeat") return time ? toSeries(change.recurrence, time) : series;
  if (!series || change?.kind === "stop") return undefined;
  if (!change) {
    const [next] = listPlanned(series, now, 1);
    // Nothing is left that could repeat.
    if (time && !next) return undefined;
    return time && next ? moveOne(series, next.ruleStartsAt, time) : series;
  }
  switch (change.kind) {
    case "move-one":
      return time ? moveOne(series, change.ruleStartsAt, time) : series;
    case "move-all":
      return time ? (moveAll(series, change.ruleStartsAt, time) ?? series) : series;
    case "skip":
      return {
        ...series,
        skipped: keepNewest([...(series.skipped ?? []), ...change.ruleStartsAts]),
        moved: withoutKeys(series.moved, change.ruleStartsAts),
      };
    case "unskip":
      return {
        ...series,
        skipped: series.skipped?.filter((at) => !change.ruleStartsAts.includes(at)),
      };
    case "pause":
      return { ...series, pausedAt: series.pausedAt ?? now.toISOString() };
    case "resume":
      return { ...series, pausedAt: undefined };
  }
}

/** The occurrence at a new time; the rule's own undoes the move. */
function moveOne(
  series: MeetingSeries,
  ruleStartsAt: string,
  time: Required<TimeRange>,
): MeetingSeries {
  const moved = { ...series.moved, [ruleStartsAt]: time };
  const kept = keepNewest(Object.keys(moved));
  return {
    ...series,
    moved: Object.fromEntries(Object.entries(moved).filter(([key]) => kept.includes(key))),
    skipped: series.skipped?.filter((at) => at !== ruleStartsAt),
  };
}

/**
 * The series in which an occurrence is at the new time and the others follow it; `undefined` if the rule doesn't allow
 * that. It keeps its skipped days, unless it's on other days now. Occurrences that were moved follow the rule again.
 */
export function moveAll(
  series: MeetingSeries,
  ruleStartsAt: string,
  time: Required<TimeRange>,
): MeetingSeries | undefined {
  const { recurrence, skipped = [] } = series;
  const toLocal = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(recurrence.timeZone);
  const from = toLocal(ruleStartsAt).toPlainDate();
  const start = toLocal(time.startsAt);
  const to = start.toPlainDate();
  const isSameDay = from.equals(to);
  const shifted = isSameDay ? recurrence : shiftRule(recurrence, to);
  const rule = shifted && startAt(withoutPast(shifted, series, from), time.startsAt);
  if (!rule) return undefined;
  const toNewStart = (at: string) => {
    const atNewTime = toLocal(at).toPlainDate().toPlainDateTime(start.toPlainTime());
    return new Date(atNewTime.toZonedDateTime(recurrence.timeZone).epochMilliseconds).toISOString();
  };
  return {
    ...toSeries(rule, time),
    ...(isSameDay && skipped.length > 0 && { skipped: skipped.map(toNewStart) }),
    ...(series.pausedAt !== undefined && { pausedAt: series.pausedAt }),
  };
}

/** On other days. "Every weekday" can't move to Thursdays. */
function shiftRule(recurrence: Recurrence, to: Temporal.PlainDate): Recurrence | undefined {
  const { frequency, interval, weekdays, monthDay } = recurrence;
  if (frequency === "daily") return interval > 1 ? recurrence : undefined;
  if (weekdays?.length === 1) return { ...recurrence, weekdays: [to.dayOfWeek] };
  return monthDay === undefined ? undefined : { ...recurrence, monthDay: to.day };
}

/** The rule from a date on, which has fewer meetings left. */
export function withoutPast(
  recurrence: Recurrence,
  series: MeetingSeries,
  from: Temporal.PlainDate,
): Recurrence {
  const { count } = recurrence;
  if (count === undefined) return recurrence;
  const { timeZone } = series.recurrence;
  const first = Temporal.Instant.from(series.startsAt).toZonedDateTimeISO(timeZone).toPlainDate();
  const past = toLibraryRule(series.recurrence, first)
    .between(toLibraryDate(first), toLibraryDate(from), true)
    .filter((date) => date.toPlainDate().toString() !== from.toString());
  return { ...recurrence, count: Math.max(1, count - past.length) };
}

/** Whether a series already has these meetings, without exceptions. */
export function isSameSeries(series: MeetingSeries, wanted: MeetingSeries): boolean {
  const [{ count }, { count: wantedCount }] = [series.recurrence, wanted.recurrence];
  const isAsLong =
    count === wantedCount && (count === undefined || series.startsAt === wanted.startsAt);
  return isAsLong && isInStep(series, wanted);
}

/** Whether a series has the same rule, and as long as it goes on, the meetings of another one. */
export function isInStep(series: MeetingSeries, wanted: MeetingSeries): boolean {
  const { count: _count, ...rule } = series.recurrence;
  const { count: _wantedCount, ...wantedRule } = wanted.recurrence;
  if (toRuleText(rule) !== toRuleText(wantedRule)) return false;
  if (toLengthMs(series) !== toLengthMs(wanted)) return false;
  const everyTime = { ...series, skipped: undefined };
  const [first] = listRuleOccurrences(everyTime, new Date(wanted.startsAt), 1);
  return first?.startsAt === wanted.startsAt;
}

function toRuleText(rule: Omit<Recurrence, "count">): string {
  return JSON.stringify(Object.entries(rule).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function keepNewest(starts: readonly string[]): string[] {
  return [...new Set(starts)].toSorted().slice(-MAX_EXCEPTIONS);
}

function withoutKeys(
  moved: MeetingSeries["moved"] = {},
  ruleStartsAts: readonly string[],
): NonNullable<MeetingSeries["moved"]> {
  return Object.fromEntries(Object.entries(moved).filter(([key]) => !ruleStartsAts.includes(key)));
}
