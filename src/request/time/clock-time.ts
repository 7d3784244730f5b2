import type { DayPart } from "./match";

/** A time of day as written. */
export interface ClockTime {
  /** 0 to 24, or up to 29 in Japanese: 25 is at one o'clock of the next day. */
  hour: number;
  minute: number;
  /** The hour that was named, if it isn't this one: 7 in `quarter to seven`. */
  named?: number | undefined;
  /** `3pm`, `午後3時`, `3 часа дня`. */
  part?: DayPart;
  /** Unambiguous: `15:00`, `03:00`, `noon`. Otherwise `3` may be at night or in the afternoon. */
  isExact: boolean;
}

const NOON = 12 * 60;
export const DAY_MINUTES = 24 * 60;
/** A longer meeting is never guessed from `9 to 7`, or across midnight. */
export const LONGEST_GUESS_MINUTES = 10 * 60;
const LONGEST_NIGHT_MINUTES = 12 * 60;

/**
 * Minutes since midnight, or 1,440 and more for the night that follows. Without am or pm, hours are office hours: 1 to 6
 * are in the afternoon, 7 to 12 as written.
 */
export function toMinuteOfDay(clock: ClockTime, dayPart?: DayPart): number {
  const written = clock.hour * 60 + clock.minute;
  const part = clock.part ?? (clock.isExact ? undefined : dayPart);
  if (clock.hour > 12 || (clock.isExact && !clock.part)) return written;
  const onDial = (clock.hour % 12) * 60 + clock.minute;
  switch (part) {
    case "morning":
      return onDial;
    case "midday":
      return clock.hour >= 10 ? written : onDial + NOON;
    case "afternoon":
      return onDial + NOON;
    case "evening":
    case "night":
      return clock.hour === 12 || clock.hour < (part === "night" ? 5 : 4)
        ? onDial + DAY_MINUTES
        : onDial + NOON;
    case "late night":
      return clock.hour >= 8 && clock.hour < 12 ? onDial + NOON : onDial;
    case undefined:
      return isAfternoonHour(clock) ? onDial + NOON : written;
    default:
      return part satisfies never;
  }
}

function isAfternoonHour({ hour, named = hour }: ClockTime): boolean {
  return named >= 1 && named <= 6;
}

/** Whether the afternoon was a guess: in `2:30`, but not in `2:30pm`, `02:30` or `2:30-4pm`. */
export function isGuessed(clock: ClockTime, other?: ClockTime, dayPart?: DayPart): boolean {
  const isOpen = !clock.isExact && !clock.part && !dayPart;
  const isDecided = other !== undefined && (other.isExact || other.part !== undefined);
  return isOpen && !isDecided && isAfternoonHour(clock);
}

/** The alternative to a guess. */
export function toMorning({ hour, minute }: ClockTime): number {
  return hour * 60 + minute;
}

/**
 * From one time to another. Each end can disambiguate the other: `3-4pm` is in the afternoon, `9 to 5` ends at 17:00,
 * `10pm to 1` ends after midnight. It can last a night, but in `4pm to 3pm` the end stays before the start.
 */
export function toMinuteSpan(
  from: ClockTime,
  to: ClockTime,
  dayPart?: DayPart,
): { start: number; end: number } {
  const end = (to.part ?? to.isExact) ? toMinuteOfDay(to, to.part) : undefined;
  if (end !== undefined) {
    const start = toStartBefore(from, end, dayPart);
    const isNight = end < start && end + DAY_MINUTES - start <= LONGEST_NIGHT_MINUTES;
    return { start, end: isNight ? end + DAY_MINUTES : end };
  }
  const start = toMinuteOfDay(from, dayPart);
  const guessed = toMinuteOfDay(to, dayPart ?? (start >= NOON ? "afternoon" : undefined));
  const onDial = (to.hour % 12) * 60 + to.minute;
  const later = [guessed, onDial, onDial + NOON, onDial + DAY_MINUTES].filter(
    (minute) => minute > start && minute - start <= LONGEST_GUESS_MINUTES,
  );
  return { start, end: later.length > 0 ? Math.min(...later) : guessed };
}

function toStartBefore(from: ClockTime, end: number, dayPart?: DayPart): number {
  const guessed = toMinuteOfDay(from, dayPart);
  if (from.isExact || from.part || dayPart || end > DAY_MINUTES) return guessed;
  const onDial = (from.hour % 12) * 60 + from.minute;
  const earlier = [onDial, onDial + NOON].filter((minute) => minute < end);
  return earlier.length > 0 ? Math.max(...earlier) : guessed;
}
