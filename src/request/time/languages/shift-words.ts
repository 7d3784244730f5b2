import type { Words } from "./words";

/** The words of a language that move a meeting by a length: `30 minutes later`. */
export interface ShiftWords {
  /** `later`, `推迟`. */
  readonly later: Words;
  /** `earlier`, `bring it forward`. */
  readonly earlier: Words;
  /** Verbs before the length that mean later, unless other words say earlier: `postpone`. */
  readonly postponing: Words;
  /** Before the length: `by 30 minutes`. */
  readonly byWords: Words;
  /** Around all these, without adding a meaning: `let's start the meeting`. */
  readonly shiftFillers: Words;
}
