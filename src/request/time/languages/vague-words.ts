import type { Meanings, Words } from "./words";

/** The words of a language that say only roughly when. */
export interface VagueWords {
  /** Not one day: `end of the month`. */
  readonly vagueDays: Words;
  /** With the name of a month, not one day: `early March`. */
  readonly vagueBeforeMonth: Words;
  /** After it: `12月上旬`. */
  readonly vagueAfterMonth: Words;
  /** What one of them can mean, in the same language: `через день`. */
  readonly unclearDays: Meanings<readonly string[]>;
  /** Those that say when, if they end a text: `Sync next week`. */
  readonly upcomingDays: Words;
  /** Roughly when in a day, without a time to choose from: `eod`. At the end of a text, the sender is asked. */
  readonly vagueTimes: Words;
}
