import type { MaskedText, Span } from "../masked-text";
import type { RequestProblem } from "../request-problem";
import type { RequestedTime } from "../meeting-request";
import { chooseMatches } from "./choose-matches";
import { findMatches } from "./find-matches";
import { resolveTime } from "./resolve-time";
import type { WallClock } from "./wall-time";

/** Who types more than this has pasted a text; times are looked for where the command begins. */
const MAX_CHARACTERS = 2000;

export type FoundTime =
  | { ok: true; time?: RequestedTime; spans: readonly Span[] }
  | { ok: false; problem: RequestProblem };

/** The time that a text asks for, and where it says so. */
export function findTime(
  { plain, original }: Pick<MaskedText, "plain" | "original">,
  wall: WallClock,
  locale: string,
): FoundTime {
  const text = plain.slice(0, MAX_CHARACTERS);
  const today = wall.now.toPlainDate();
  const matches = findMatches(text, original, today, locale);
  const chosen = chooseMatches({ plain: text, original }, matches, today);
  if (!chosen.ok) return chosen;
  const { start, until, length, zone, days } = chosen.choice;
  const resolved = resolveTime(chosen.choice, wall);
  if (!resolved.ok) return resolved;
  const spans = [start, until, length, zone, ...days]
    .filter((match) => match !== undefined)
    .toSorted((one, other) => one.start - other.start);
  return { ok: true, spans, ...(resolved.time && { time: resolved.time }) };
}
