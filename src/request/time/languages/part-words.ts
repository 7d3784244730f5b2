import type { DayPart } from "../match";
import type { Meanings } from "./words";

/** The words of a language for parts of the day. */
export interface PartWords {
  /** After an hour: `3 in the afternoon`. */
  readonly partsAfterHour: Meanings<DayPart>;
  /** Before an hour: `下午3点`. */
  readonly partsBeforeHour: Meanings<DayPart>;
  /** After a day: `tomorrow afternoon`. */
  readonly partsAfterDay: Meanings<DayPart>;
  /** By themselves, without a day: `in the afternoon`. */
  readonly partsAlone: Meanings<DayPart>;
  /** A day and its part in one word: `tonight`. */
  readonly daysWithPart: Meanings<readonly [days: number, part: DayPart]>;
  /** A weekday and its part in one word: `Dienstagnachmittag`. */
  readonly weekdaysWithPart: Meanings<readonly [weekday: number, part: DayPart]>;
}
