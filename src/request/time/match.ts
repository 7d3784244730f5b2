import type { Temporal } from "@js-temporal/polyfill";
import type { Span } from "../masked-text";
import type { ClockTime } from "./clock-time";
import type { RepeatEnd } from "./repetition/find-repeat-bounds";
import type { RepeatRule } from "./repetition/repeat-rule";

/** Parts of the day, which turn `8` into 20:00. */
export type DayPart = "morning" | "midday" | "afternoon" | "evening" | "night" | "late night";

export interface Day {
  /** Absent in `in the evening`, which names no date. */
  date?: Temporal.PlainDate;
  part?: DayPart | undefined;
  /**
   * Set for a weekday without a week, from Monday = 1. If the time has passed today, it means next week's. Next to a
   * calendar date it only has to agree with it.
   */
  weekday?: number;
  /** `Monday` alone, or `今日の`: many meeting names start with it. */
  isNaming?: boolean | undefined;
  /** `Fri`. Some abbreviations are also names (`Thu`). */
  isShort?: boolean;
  /** Given by its place in the calendar (`24/11`, `20 March`), not relative to today. */
  isWritten?: boolean;
  /** `15 at 8:00`: perhaps the last word of the name. */
  isBareNumber?: boolean;
  /** `Fridays` in `Casual Fridays`. */
  isInName?: boolean;
  /** `every Monday`: `date` is the first one. */
  repeat?: RepeatRule;
}

/**
 * How likely a match really is about time.
 * - `sure`: wherever it is.
 * - `likely`: at the start or end of the text, or next to another match; otherwise it's part of the subject.
 * - `trailing`: at the end of the text, or next to a day (`lunch noon`, but not `Noon club`).
 * - `doubtful`: only next to a match that confirms it (`Sat` next to a time).
 */
export type Certainty = "sure" | "likely" | "trailing" | "doubtful";

/** One end of a range over two days. */
export interface RangeEnd {
  clock: ClockTime;
  days: readonly Day[];
}

export type MatchValue =
  /** `isBeforeDay`: a day after a doubtful time confirms it too (`1530 tomorrow`). */
  | { kind: "clock"; start: ClockTime; end?: ClockTime; zone?: string; isBeforeDay?: boolean }
  | { kind: "until"; end: ClockTime }
  /** Has an offset, so the sender's zone doesn't matter. */
  | { kind: "instant"; startsAt: string }
  | { kind: "relative"; minutes: number }
  | { kind: "length"; minutes: number }
  | { kind: "day"; day: Day }
  /** `starting 7 December`, of a series. */
  | { kind: "repeat-start"; day: Day }
  | { kind: "repeat-end"; ends: RepeatEnd }
  /** `asksAt`: where the sender is asked even without a time. `meanings`: other words for it. */
  | { kind: "vague-day"; asksAt?: "end" | "edge"; meanings?: readonly string[] }
  /** `31 April`. */
  | { kind: "no-such-day" }
  /** After a time, or after the day that follows it: `3pm tomorrow ET`. */
  | { kind: "zone"; zone: string }
  | { kind: "range"; start: RangeEnd; end: RangeEnd; zone?: string }
  | { kind: "now" };

/** A part of the text that may be about time. */
export type Match = Span & { certainty: Certainty; value: MatchValue };

/** Adjacent matches, with no word of the subject between them. */
export interface Cluster {
  matches: readonly Match[];
  isAtStart: boolean;
  isAtEnd: boolean;
  /** `by tomorrow 3pm` is a deadline, not a start. */
  isOfSubject: boolean;
}

export type MatchOf<Kind extends MatchValue["kind"]> = Match & {
  value: Extract<MatchValue, { kind: Kind }>;
};

export function isMatchOf<Kind extends MatchValue["kind"]>(...kinds: Kind[]) {
  return (match: Match): match is MatchOf<Kind> => kinds.some((kind) => kind === match.value.kind);
}

export const isDay = isMatchOf("day");
export const isUntil = isMatchOf("until");
export const isClock = isMatchOf("clock");

/** As typed. */
export function textOf(original: string, { start, end }: Span): string {
  return original.slice(start, end).trim();
}
