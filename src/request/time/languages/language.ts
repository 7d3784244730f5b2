import type { RepetitionWords } from "./repetition-words";
import type { PartWords } from "./part-words";
import type { ReminderWords } from "./reminder-words";
import type { ShiftWords } from "./shift-words";
import type { VagueWords } from "./vague-words";
import type { Meanings, Words } from "./words";
import type { ZoneWords } from "./zone-words";

/** Which week a weekday is in: weeks from this one, the next such day, or the one a week or two after that. */
export type Week = number | "coming" | "in eight days" | "in fifteen days";

/**
 * All words of a language that are about time. The rules, which are the same for all languages, are in the folder above.
 * A list is empty if the language has no such words.
 */
export interface Language
  extends PartWords, RepetitionWords, ReminderWords, ShiftWords, VagueWords {
  /** ISO 639. */
  readonly code: string;
  readonly zones: ZoneWords;

  // Numbers
  /** `three`, in all cases that occur before a unit or as an hour. Chinese and Japanese figures are built in. */
  readonly numbers: Meanings<number>;
  /** Only before a unit: `an hour`. */
  readonly counts: Meanings<number>;
  /** Days of a month in words: `third`. */
  readonly ordinals: Meanings<number>;
  /** After figures: `3rd`. */
  readonly ordinalEndings: Words;

  // Times of day
  /** After an hour: `15 h`, `15時`. */
  readonly hours: Words;
  /** The same, if hours go on past 24: `25時`. */
  readonly lateHours: Words;
  /** One o'clock, without a number: `в час`. */
  readonly oneOClock: Words;
  /** After the minutes of a time: `15 h 30 min`. */
  readonly minutes: Words;
  /** After an hour, on the 12-hour clock. */
  readonly meridiems: Meanings<"morning" | "afternoon">;
  /** Times with a name, such as `12:00` for noon. */
  readonly clockWords: Meanings<string>;
  /** Half past this hour in one word: `полтретьего` is 2. */
  readonly halfHours: Meanings<number>;
  /** Parts of an hour, in minutes: `quarter`. */
  readonly fractions: Meanings<number>;
  /** Between minutes and the hour that has begun: `quarter past three`. */
  readonly past: Words;
  /** Between minutes and the next hour: `quarter to four`. */
  readonly to: Words;
  readonly toAfterFraction: Words;
  /** Between an hour and minutes to add: `trois heures et quart`. */
  readonly plus: Words;
  /** Between an hour and minutes to subtract: `quatre heures moins le quart`. */
  readonly minus: Words;
  /** Before minutes that the next hour lacks: `без четверти четыре`, `差一刻四点`. */
  readonly lacking: Words;
  /** After minutes to subtract from the hour before them: `8時3分前`. */
  readonly minutesBefore: Words;
  /** Half of the hour before the next one: `halb vier`, `половина четвёртого`. */
  readonly halfOf: Words;
  /** Before the hour that it's after: `at half three`. */
  readonly halfPast: Words;
  /** The hours that minutes and halves lead to, where they have their own form: `десять минут пятого` is 4:10. */
  readonly nextHours: Meanings<number>;
  /** Zero before the minutes: `three oh five`. */
  readonly zero: Words;

  // Days
  /** Days from today. */
  readonly days: Meanings<number>;
  /** From Monday, which is 1. */
  readonly weekdays: Meanings<number>;
  /** Abbreviations that are rarely another word. */
  readonly shortWeekdays: Meanings<number>;
  /** Other forms, which may mean something else: a day only next to a time. */
  readonly doubtfulWeekdays: Meanings<number>;
  /** In brackets after a date: `11/24(火)`. */
  readonly bracketWeekdays: Meanings<number>;
  readonly beforeWeekday: Meanings<Week>;
  readonly afterWeekday: Meanings<Week>;
  /** A week alone, or before its weekday: `next week on Friday`. */
  readonly weeks: Meanings<number>;
  /** `a week from Tuesday`. */
  readonly fromDay: Words;
  /** January is 1. */
  readonly months: Meanings<number>;
  readonly shortMonths: Meanings<number>;
  /** Between a day and its month: `20th of March`. */
  readonly ofMonth: Words;
  /** A month that's counted from this one: `the 3rd of next month`. */
  readonly nearMonths: Meanings<number>;
  /** After the year: `2027年`, `2027 г.` */
  readonly yearMarks: Words;
  /** After the number of a month: `3月20日`. */
  readonly monthMarks: Words;
  /** After the day of a month: `20日`, `20 числа`. */
  readonly dayMarks: Words;
  /** Between weekday and number: `Monday the 23rd`. */
  readonly dayArticles: Words;

  // Lengths and waits
  /** Whole lengths in words, in minutes: `half an hour`. */
  readonly lengths: Meanings<number>;
  /** The same, but only after `for` or `in`: `через час`. */
  readonly lengthsAfterPreposition: Meanings<number>;
  /** Units, in minutes: `hours` is 60. Those of a day and more are a length only after `for`. */
  readonly lengthUnits: Meanings<number>;
  /** Units that are a length only after `for`, `in` or hours: `for 45m`. */
  readonly lengthUnitsAfterPreposition: Meanings<number>;
  readonly monthUnits: Words;
  /** One month, after `in`: `через месяц`. */
  readonly oneMonth: Words;
  /** One half more: `two and a half hours`, `1時間半`. */
  readonly andHalf: Words;
  /** Before a length, and never before a time: `pendant 2 heures`. */
  readonly lasting: Words;
  /** Before a length or a time: `pour 2 heures`, `pour 15 heures`. */
  readonly forWords: Words;
  /** After a length: `30分程度`. */
  readonly lengthEndings: Words;
  /** A length after these words, or before those below, belongs to the name: `past 3 hours`, `5 minutes of fame`. */
  readonly notLengthAfter: Words;
  readonly notLengthBefore: Words;
  /** Before a wait: `in 20 minutes`. */
  readonly inWords: Words;
  /** Before `inWords`, if the number follows them: `минут через десять`. */
  readonly unitsBeforeIn: Meanings<number>;
  /** After a wait: `20 minutes from now`. */
  readonly laterWords: Words;

  // Prepositions and particles
  /** Before an hour, even a bare one: `at 3`. */
  readonly at: Words;
  /** Before an hour, or part of a name: `demain à 3`, `réunion à trois`. */
  readonly maybeAt: Words;
  /** Approximately, before a time: `around 5`. */
  readonly around: Words;
  /** Approximately, after a time: `5時ごろ`. */
  readonly aroundAfter: Words;
  /** Before a time, without adding a meaning: `starting at`. */
  readonly beforeClock: Words;
  /** After a time, without adding a meaning: `15時に`. */
  readonly afterClock: Words;
  /** Before the start of a span: `from 3 to 4`. */
  readonly from: Words;
  readonly between: Words;
  /** Between the two ends of a span. */
  readonly rangeTo: Words;
  /** Those that join two bare numbers too: `3 to 4`, but not `lundi 23 à 10h`. */
  readonly tightRangeTo: Words;
  readonly and: Words;
  readonly or: Words;
  /** Before or after an end without a start: `until 4pm`, `16時まで`. */
  readonly until: Words;
  readonly untilAfter: Words;
  /** Before or after a deadline, not a start: `by 4pm`, `16時までに`. */
  readonly deadline: Words;
  readonly deadlineAfter: Words;
  /** Deadline words that say when a meeting may start: `after 3pm`. */
  readonly notBefore: Words;
  /** Before a time that names something: `the 3pm club`. */
  readonly articles: Words;
  /** Before a day: `on Friday`. */
  readonly onDay: Words;
  /** Before the first day of a week: `the week of 7 December`. */
  readonly weekOf: Words;
  /** After a day: `明日の`. */
  readonly afterDay: Words;
  /** Right now. */
  readonly now: Words;
  /** The same, even attached to the name: `今から定例`. */
  readonly nowBeforeName: Words;
  /** Now, or a word of the name. */
  readonly maybeNow: Words;

  // The name of the meeting
  /** Make the day after them part of the name: `Recap of Monday`. */
  readonly nameBeforeDay: Words;
  /** The same for a written date: `Report about 20 March`. */
  readonly aboutBeforeDate: Words;
  /** The same, if the date is far away: `Compte rendu du 3 novembre`. */
  readonly ofBeforeDate: Words;
  /** Continue the name after a day that isn't part of it: `Sync tomorrow with the team at 3pm`. */
  readonly continuesAfterDay: Words;
  /** Before a number that is part of a name: `Room 12`. */
  readonly numbered: Words;
  /** After a number that counts something: `3 people`. */
  readonly counted: Words;
  /** Look like a time, but aren't: `九点九`, `朝会`. */
  readonly names: Words;
  /** Connect the parts of a request, and add nothing to the name. */
  readonly connectors: Words;
}
