import type { Temporal } from "@js-temporal/polyfill";
import type { Span } from "../masked-text";
import type { ClockTime } from "./clock-time";

/** The parts of a day that turn `8` into 20:00. */
export type DayPart = "morning" | "midday" | "afternoon" | "evening" | "night";

export interface Day {
  /** Absent in `in the evening`, which says nothing of the date. */
  date?: Temporal.PlainDate;
  part?: DayPart;
  /**
   * Of a weekday that was named without its week, from Monday, which is 1: when the hour has passed today, the next
   * one is meant, and beside a date of the calendar it only has to be that date's.
   */
  weekday?: number;
  /** `Monday` alone and `今日の`, which begin the names of many meetings. */
  isNaming?: boolean;
  /** `Fri`, which beside a name may be one (`Thu`). */
  isShort?: boolean;
  /** By its place in the calendar (`24/11`, `20 March`), and not from today. */
  isWritten?: boolean;
}

/**
 * How far a match can be trusted.
 * - `sure`: it is what it looks like, wherever it stands.
 * - `likely`: at an edge of the text, or beside another match; else it is topic.
 * - `closing`: at the end of the text, or beside a day (`lunch noon`; a `Noon club` is a name).
 * - `doubtful`: only beside a match that bears it out (`Sat` beside a clock time).
 */
export type Certainty = "sure" | "likely" | "trailing" | "doubtful";

/** A time with its own days, as an end of a range over two days has it. */
export interface RangeEnd {
  clock: ClockTime;
  days: readonly Day[];
}

export type MatchValue =
  /** `isBeforeDay`: in doubt, a day behind it bears it out as one before it does (`1530 tomorrow`). */
  | { kind: "clock"; start: ClockTime; end?: ClockTime; zone?: string; isBeforeDay?: boolean }
  | { kind: "until"; end: ClockTime }
  /** Written with its offset: nothing of it depends on the sender's zone. */
  | { kind: "instant"; startsAt: string }
  | { kind: "relative"; minutes: number }
  | { kind: "length"; minutes: number }
  | { kind: "day"; day: Day }
  | { kind: "vague-day" }
  /** `31 April`. */
  | { kind: "no-such-day" }
  /** Behind a time, or behind the day behind it: `3pm tomorrow ET`. */
  | { kind: "zone"; zone: string }
  | { kind: "range"; start: RangeEnd; end: RangeEnd; zone?: string }
  | { kind: "now" };

/** A range of text that may speak of time. */
export type Match = Span & { certainty: Certainty; value: MatchValue };

export type MatchOf<Kind extends MatchValue["kind"]> = Match & {
  value: Extract<MatchValue, { kind: Kind }>;
};

export function isMatchOf<Kind extends MatchValue["kind"]>(kind: Kind) {
  return (match: Match): match is MatchOf<Kind> => match.value.kind === kind;
}

/** As it was typed. */
export function textOf(original: string, { start, end }: Span): string {
  return original.slice(start, end).trim();
}
