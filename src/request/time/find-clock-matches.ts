import type { Texts } from "../masked-text";
import { LETTER } from "../word-edges";
import { findClocks, readClockAt, type FoundClock } from "./find-clocks";
import { readZoneAfter, readZoneBefore } from "./find-zones";
import type { Certainty, Match } from "./match";

function before(words: string): RegExp {
  return new RegExp(`(?<![${LETTER}0-9'-])(?:${words})[ ]{0,2}$`, "u");
}

/** At least the length of the words before a time. */
const REACH = 24;

const AT = before(
  "starting at|beginning at|at about|at|@|around|about|for|from|as of|à partir de|vers|dès|pour|à|" +
    "около|начиная с|в|во|на|со|с",
);
const AT_HAN = /(?:从|從|在|于|於)$/u;
/** A bare number after these is usually an hour. `à 3` and `for 5` may be numbers of people. */
const AT_HOUR = before("at|@|в|во");
const AT_HOUR_BESIDE_DAY = before("at|@|в|во|à|vers|around|about|около|к");
const FROM = before("from|between|de|du|entre|dès|с|со|от|между");
const FROM_HAN = /(?:从|從|自)$/u;
const UNTIL = before("until|till|til|jusqu'à|jusqu'au|jusqu'a|jusque|до");
const UNTIL_HAN = /[到至]$/u;
/** `15:00 tomorrow to 16:00`; only with a start. */
const TO = before("to");
/** Makes it a deadline, not a start. */
const OTHER = before(
  "by|before|after|since|past|avant|après|depuis|к|ко|после|перед|раньше|ранее|позже|через",
);
/** `the 3pm club`: the time is part of a name. */
const ARTICLE = before("the|a|an|our|your|my|this|that|le|la|les|un|une|notre|ce|наш|этот");

const SEPARATOR =
  /\s?(?:-|~)\s?|\s(?:to|till|til|until|through|à|au|jusqu'à|до|по)\s|\s?(?:から|到|至)\s?/uy;
const AND = /\s(?:and|et|и)\s/uy;
const BETWEEN = before("between|entre|между");
/** Joins a bare number to the time after it; `lundi 23 à 10h` isn't a span. */
const TIGHT = /^(?:[-~]|\s(?:to|till|until|jusqu'à|до)\s|から|到|至)$/u;

const DOTTED = /^\d+\.\d/;

const UNTIL_AFTER = /\s?(?:まで(?!に)|为止)(?:の|で)?/uy;
const OTHER_AFTER =
  /\s?(?:までに|以降|以前|過ぎ|前|以后|以後|之后|之後|之前|后|後|or later|ou plus tard|или позже)/uy;
const PARTICLE_AFTER = /\s?(?:頃|ごろ|左右)?(?:から|より|開始|开始|スタート|に|の|で|的)?/uy;

function endOf(pattern: RegExp, plain: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(plain) ? pattern.lastIndex : undefined;
}

function startOf(pattern: RegExp, plain: string, to: number): number | undefined {
  const from = Math.max(0, to - REACH);
  const result = pattern.exec(plain.slice(from, to));
  return result ? from + result.index : undefined;
}

/** Clock times with the words that belong to them, spans, and ends without a start. */
export function findClockMatches(texts: Texts): Match[] {
  const { plain } = texts;
  const matches: Match[] = [];
  let position = 0;
  for (const found of findClocks(plain)) {
    if (found.start < position) continue;
    const match = readClockRange(plain, found) ?? readSingle(plain, found);
    if (!match) continue;
    const whole = withZone(texts, { ...match, start: Math.max(position, match.start) });
    matches.push(whole);
    position = whole.end;
  }
  return matches;
}

function readClockRange(plain: string, first: FoundClock): Match | undefined {
  const from = startOf(FROM, plain, first.start) ?? startOf(FROM_HAN, plain, first.start);
  const isBetween = startOf(BETWEEN, plain, first.start) !== undefined;
  const separated =
    endOf(SEPARATOR, plain, first.end) ?? (isBetween ? endOf(AND, plain, first.end) : undefined);
  const second = separated === undefined ? undefined : readClockAt(plain, separated);
  if (separated === undefined || !second) return undefined;
  const separator = plain.slice(first.end, separated);
  const isFrom = from !== undefined;
  const isDotted = DOTTED.test(plain.slice(first.start, first.end));
  if (first.isBare && !isFrom && !TIGHT.test(isDotted ? separator.trim() : separator)) {
    return undefined;
  }
  const end = endOf(UNTIL_AFTER, plain, second.end) ?? endOf(PARTICLE_AFTER, plain, second.end);
  return {
    start: from ?? startOf(AT, plain, first.start) ?? first.start,
    end: end ?? second.end,
    certainty: toSpanCertainty(first, second, isFrom),
    value: { kind: "clock", start: first.clock, end: second.clock },
  };
}

function toSpanCertainty(first: FoundClock, second: FoundClock, isFrom: boolean): Certainty {
  if (!first.isBare && !second.isBare) return "sure";
  if (!first.isBare || !second.isBare) return isFrom || second.clock.part ? "sure" : "likely";
  return isFrom ? "likely" : "doubtful";
}

function readSingle(plain: string, found: FoundClock): Match | undefined {
  const { start, end, clock, isBare } = found;
  const until =
    startOf(UNTIL, plain, start) ?? (isBare ? undefined : startOf(UNTIL_HAN, plain, start));
  const untilAfter = endOf(UNTIL_AFTER, plain, end);
  const value = { kind: "until", end: clock } as const;
  if (until !== undefined || untilAfter !== undefined) {
    const certainty = isBare ? "likely" : "sure";
    return { start: until ?? start, end: untilAfter ?? end, certainty, value };
  }
  const to = isBare ? undefined : startOf(TO, plain, start);
  if (to !== undefined) return { start: to, end, certainty: "doubtful", value };
  if (endOf(OTHER_AFTER, plain, end) !== undefined || startOf(OTHER, plain, start) !== undefined) {
    return undefined;
  }
  const at = startOf(AT, plain, start) ?? startOf(AT_HAN, plain, start);
  const certainty = toCertainty(plain, found, at !== undefined);
  if (!certainty) return undefined;
  return {
    start: at ?? start,
    end: endOf(PARTICLE_AFTER, plain, end) ?? end,
    certainty,
    value: { kind: "clock", start: clock },
  };
}

function toCertainty(
  plain: string,
  { start, isBare, isWord }: FoundClock,
  isAt: boolean,
): Certainty | undefined {
  if (isWord && !isAt) return "trailing";
  if (!isBare) return startOf(ARTICLE, plain, start) === undefined ? "sure" : "likely";
  const isDotted = DOTTED.test(plain.slice(start, start + REACH));
  const isSpelled = /^\p{L}/u.test(plain.slice(start));
  if (startOf(AT_HOUR, plain, start) !== undefined) {
    return isDotted ? "doubtful" : isSpelled ? "trailing" : "likely";
  }
  const isHan = !/\d/.test(plain.charAt(start));
  const isAtHour = startOf(AT_HOUR_BESIDE_DAY, plain, start) !== undefined;
  return isHan || isDotted || isAtHour ? "doubtful" : undefined;
}

function withZone(texts: Texts, match: Match): Match {
  if (match.value.kind !== "clock") return match;
  const after = readZoneAfter(texts, match.end) ?? readZoneAfter(texts, match.end - 1);
  const zone = after ?? readZoneBefore(texts, match.start);
  if (!zone) return match;
  return {
    ...match,
    start: Math.min(match.start, zone.start),
    end: Math.max(match.end, zone.end),
    value: { ...match.value, zone: zone.zone },
  };
}
