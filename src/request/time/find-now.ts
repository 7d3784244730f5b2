import { findInOrder, spanOf } from "../masked-text";
import { wholeWords } from "../word-edges";
import type { Certainty, Match } from "./match";

function form(certainty: Certainty, words: string, han: string) {
  const apart = `(?<![\\p{L}\\p{N}])(?:${han})(?:に|から|で)?(?![\\p{L}\\p{N}])`;
  return { certainty, pattern: new RegExp(`${wholeWords(words)}|${apart}`, "gu") };
}

const FORMS = [
  form(
    "likely",
    "right now|starting now|from now|tout de suite|dès maintenant|прямо сейчас",
    "今すぐ|今から|现在开始|現在開始|从现在|马上|立刻",
  ),
  form("doubtful", "now|maintenant|сейчас", "今|现在|現在"),
];

/** `now`, unless it's part of the subject (`Now What`). */
export function findNow(plain: string): Match[] {
  return findInOrder(plain, FORMS, (result, { certainty }) => ({
    ...spanOf(result),
    certainty,
    value: { kind: "now" },
  }));
}
