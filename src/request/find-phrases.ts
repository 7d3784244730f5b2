import type { Span } from "./masked-text";
import { CJK } from "./word-edges";

const START = String.raw`^[\s(]*`;

/**
 * Beginnings of a topic that only look like an hour, a length or a place, where the language makes it clear: a
 * plural behind a bare number, a genitive behind minutes, a word grown on to 分.
 */
const PHRASES = [
  // `at 5 locations`; but `at 3 sales review` is one at three.
  String.raw`at \d{1,3} \p{L}{2,}(?<![suiy])s(?![\p{L}\p{N}'])(?= *(?:$|[,.;:!?\uFDD0-\uFDD2]| (?:in|of|for|across|at|on|and|with|today|tomorrow|tonight) ))`,
  // `5 минут славы`, `10 минут вопросов`; `30 минут обзор` is a length and a topic.
  String.raw`(?:(?:\d{1,3}|пять|десять|пятнадцать) ?(?:минут[аы]?|мин|часа?|часов)|полчаса|час) (?:славы|тишины|позора|покоя|отдыха|смеха|чтения|молчания|страха|радости|счастья|ненависти|\p{L}{3,}(?:ов|ев|ого|его|ых|их))(?!\p{L})`,
  `\\d{1,4} ?分(?![間钟鐘]|程度|から|まで|後|后|前|くらい|ほど|ずつ|だけ|お願い|の|で|と|に|を|は|[个個内之以左])(?=[${CJK}])`,
  String.raw`(?:here and now|ici et maintenant|здесь и сейчас|今ここ|此时此地)(?![\p{L}\p{N}])`,
].map((phrase) => new RegExp(`(${START})(?:${phrase})`, "u"));

/** What the text begins with and is topic throughout. */
export function findPhrases(plain: string): Span[] {
  for (const pattern of PHRASES) {
    const match = pattern.exec(plain);
    if (match) return [{ start: match[1]?.length ?? 0, end: match[0].length }];
  }
  return [];
}
