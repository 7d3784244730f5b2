import { findInOrder, spanOf } from "../masked-text";
import { wholeWords } from "../word-edges";
import type { Match } from "./match";

const HAN_EDGES = ["(?<![\\p{L}\\p{N}])", "(?:に|から|で)?(?![\\p{L}\\p{N}])"] as const;

const FORMS = [
  {
    certainty: "likely",
    pattern: new RegExp(
      wholeWords("right now|starting now|from now|tout de suite|dès maintenant|прямо сейчас") +
        `|${HAN_EDGES[0]}(?:今すぐ|今から|现在开始|現在開始|从现在|马上|立刻)${HAN_EDGES[1]}`,
      "gu",
    ),
  },
  {
    certainty: "doubtful",
    pattern: new RegExp(
      `${wholeWords("now|maintenant|сейчас")}|${HAN_EDGES[0]}(?:今|现在|現在)${HAN_EDGES[1]}`,
      "gu",
    ),
  },
] as const;

/** `now`, unless it's part of the subject (`Now What`). */
export function findNow(plain: string): Match[] {
  return findInOrder(plain, FORMS, (result, { certainty }) => ({
    ...spanOf(result),
    certainty,
    value: { kind: "now" },
  }));
}
