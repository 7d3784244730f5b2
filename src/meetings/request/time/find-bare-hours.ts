import { PERSON, TAKEN } from "../draft";
import type { Piece } from "./piece";

/** `tomorrow 9`: a number right behind what was taken, and no word of a topic behind it. */
const HOUR = new RegExp(
  `(?<=${TAKEN},? )(?:1\\d|2[0-3]|0?[1-9])(?=[ ,.]*(?:$|[${PERSON}${TAKEN}]|(?:with|avec|с) ))`,
  "gu",
);

/** The last of what may be an hour; only behind a day it is one. */
export function findBareHours(plain: string): Piece[] {
  return Array.from(plain.matchAll(HOUR), ({ 0: typed, index }) => {
    const hour = Number(typed);
    const start = { hour, minute: 0, isExact: hour > 12 || typed.startsWith("0") };
    return {
      start: index,
      end: index + typed.length,
      certainty: "doubtful",
      value: { kind: "clock", start },
    };
  });
}
