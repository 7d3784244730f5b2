import type { Meanings, Words } from "./words";
import type { Repeat } from "./repeat";

/** The words of a language for what repeats. */
export interface RepetitionWords {
  /** Before a weekday or a unit, and how many of them that is: `every other Thursday`, `隔週`. */
  readonly every: Meanings<number>;
  /** The same after it: `un jeudi sur deux`, `2週間ごと`. */
  readonly everyAfter: Meanings<number>;
  readonly repeatUnits: Meanings<Repeat>;
  /** Before weekdays in the plural: `les lundis`, `по понедельникам`. */
  readonly beforePlurals: Words;
  readonly weekdayPlurals: Meanings<number>;
  /** Without a word for `every`: `weekdays`, `ежедневно`. */
  readonly repeatedDays: Meanings<Repeat>;
  /** The same, if it's an adjective too: `daily at 10`, but not `Daily standup`. */
  readonly repeats: Meanings<Repeat>;
  /** Which weekday of a month; the last is -1. */
  readonly placesInMonth: Meanings<number>;
  /** How often in a period, without the days: `twice a week`. The sender is asked. */
  readonly oftenWithoutDays: Words;
  /** Before or after weekdays that are left out: `every day except Friday`, `金曜以外毎日`. */
  readonly except: Words;
  readonly exceptAfter: Words;
  /** Before a weekday in the plural, and together with it a name: `Casual Fridays`. */
  readonly namingPlurals: Words;
  /** After a weekday or day of the month: `the 3rd of every month`. */
  readonly ofEveryMonth: Words;
  /** The same, but only after a weekday with a place: `the first Monday of the month`. */
  readonly ofTheMonth: Words;
  /** Before or after the day from which it repeats: `starting 7 December`, `12月7日から`. */
  readonly repeatFrom: Words;
  readonly repeatFromAfter: Words;
  /** From today: `from now on`. */
  readonly repeatFromNow: Words;
  /** Before the last day, or before a month that is the last one or not part of it: `through June`, `until June`. */
  readonly repeatUntil: Meanings<"before" | "through">;
  /** After the last day or month: `6月まで`. */
  readonly repeatUntilAfter: Words;
  /** After a month that is included in spite of the word before it. */
  readonly included: Words;
  /** After a month: `6月末`. */
  readonly endOfMonth: Words;
  /** After `repeatUntil`: `the end of the month`. */
  readonly thisMonthEnd: Words;
  readonly yearEnd: Words;
  /** Without an end: `until further notice`. */
  readonly endless: Words;
  /** After a number: `6 times`. */
  readonly times: Words;
}
