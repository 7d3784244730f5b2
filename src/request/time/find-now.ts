import { wholeWords } from "../word-edges";
import type { Certainty, Match } from "./match";

const HAN_EDGES = ["(?<![\\p{L}\\p{N}])", "(?:に|から|で)?(?![\\p{L}\\p{N}])"] as const;

/** What cannot be part of a topic comes first. */
const FORMS: readonly (readonly [Certainty, RegExp])[] = [
  [
    "likely",
    new RegExp(
      wholeWords("right now|starting now|from now|tout de suite|dès maintenant|прямо сейчас") +
        `|${HAN_EDGES[0]}(?:今すぐ|今から|现在开始|現在開始|从现在|马上|立刻)${HAN_EDGES[1]}`,
      "gu",
    ),
  ],
  [
    "doubtful",
    new RegExp(
      `${wholeWords("now|maintenant|сейчас")}|${HAN_EDGES[0]}(?:今|现在|現在)${HAN_EDGES[1]}`,
      "gu",
    ),
  ],
];

/** `now`, which counts only where it is no part of a topic (`Now What`). */
export function findNow(plain: string): Match[] {
  const all: Match[] = [];
  for (const [certainty, pattern] of FORMS) {
    for (const result of plain.matchAll(pattern)) {
      const span = { start: result.index, end: result.index + result[0].length };
      if (all.some(({ start, end }) => span.start < end && start < span.end)) continue;
      all.push({ ...span, certainty, value: { kind: "now" } });
    }
  }
  return all;
}
