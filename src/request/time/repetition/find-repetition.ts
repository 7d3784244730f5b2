import type { Temporal } from "@js-temporal/polyfill";
import { CONSUMED } from "../../masked-text";
import type { Match } from "../match";
import type { TimeText } from "../time-text";
import { findRepeatBounds } from "./find-repeat-bounds";
import { findRepeats } from "./find-repeats";

/** How a meeting repeats, and until when. `until June` alone says nothing. */
export function findRepetition(text: TimeText, today: Temporal.PlainDate, locale: string): Match[] {
  const repeats = findRepeats(text, today);
  if (repeats.length === 0) return [];
  const rest = text.mask(repeats, CONSUMED);
  return [...repeats, ...findRepeatBounds(rest, today, locale)];
}
