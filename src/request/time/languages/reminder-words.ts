import type { Words } from "./words";

/** The words of a language in commands about a meeting that exists. */
export interface ReminderWords {
  /** No reminder: `remind off`. */
  readonly switchOff: Words;
  /** The usual reminder: `remind on`. */
  readonly switchOn: Words;
  /** The next meeting of a series: `cancel the next one`. */
  readonly nextOne: Words;
}
