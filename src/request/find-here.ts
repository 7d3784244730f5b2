import { PERSON, CONSUMED, type Span } from "./masked-text";
import { WORD_END, WORD_START } from "./word-edges";

const WORDS = `${WORD_START}(?:right here|here|ici|здесь|тут)${WORD_END}|(?<![\\p{L}\\p{N}])(?:ここで|ここ|在这里|在這裡|这里|這裡|此处)(?![\\p{L}\\p{N}])`;
const EDGE = `[\\s,;:.、。!${CONSUMED}${PERSON}()-]*`;
const AT_START = new RegExp(`^(${EDGE})(?:${WORDS})`, "u");
const AT_END = new RegExp(`(?:${WORDS})(?: (?:and|et|и) (?=${CONSUMED}))?(?=${EDGE}$)`, "u");
/** `Where do we go from here` */
const OF_TOPIC = /(?<!\p{L})(?:from|over|out|of|up|around|are|is|d'|par|отсюда) $/u;

/** The word for this reply thread, at the beginning or the end of what is left of a text. */
export function findHere(plain: string): Span | undefined {
  const first = findHereAtStart(plain);
  if (first) return first;
  const last = AT_END.exec(plain);
  if (!last || OF_TOPIC.test(plain.slice(0, last.index))) return undefined;
  return { start: last.index, end: last.index + last[0].length };
}

export function findHereAtStart(plain: string): Span | undefined {
  const first = AT_START.exec(plain);
  return first ? { start: first[1]?.length ?? 0, end: first[0].length } : undefined;
}
