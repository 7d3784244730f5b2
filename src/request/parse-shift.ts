import { Temporal } from "@js-temporal/polyfill";
import { findRooms } from "./find-room";
import { findQuotes } from "./mask-literals";
import { CONSUMED, keepSpans, LITERAL, maskSpans, toMaskedText, type Span } from "./masked-text";
import type { RequestText } from "./meeting-request";
import { lexiconFor } from "./time/lexicon-for";
import { readClock } from "./time/read-clock";
import { DAY, readLength, type LengthRead } from "./time/read-length";
import { TimeText } from "./time/time-text";

/** What moves a meeting by a length: `push it back an hour`, `30 min later`, `+30 min`. */
export interface ParsedShift {
  /** Negative is earlier. */
  by: Temporal.Duration;
  /** The other words: a room, or the name of a meeting. */
  rest: RequestText;
  /** Whether words say which way, and nothing is left but a room. */
  isClear: boolean;
}

const KINDS = ["later", "earlier", "postponing", "byWords", "shiftFillers"] as const;
type Direction = 1 | -1;
const LATER: Direction = 1;
const EARLIER: Direction = -1;
const DIRECTIONS: Partial<Record<Part["kind"], Direction>> = { later: LATER, earlier: EARLIER };

interface Amount extends Span {
  kind: "amount";
  length: LengthRead;
  /** `+30 min` */
  sign: Direction | undefined;
}

type Part = Amount | (Span & { kind: (typeof KINDS)[number] | "room" | "other" });

const ADDS_NOTHING: ReadonlySet<Part["kind"]> = new Set(["room", "shiftFillers"]);

/** Longer texts are about something else. */
const MAX_CHARACTERS = 120;
const GAP = /[\s.,:;!?…。、~-]/u;
/** The length is only the end of what is said: `1 or 2 hours`, `30 to 45 min`, `1 1/2 hours`, `half a day`. */
const STARTS_BEFORE =
  /(?:[\d½¼¾/零〇一二两兩三四五六七八九十百]|\d\s+(?:to|à|до|bis)|(?:^|\s)(?:or|ou|или|oder|half|quarter)|[或か])[\s、,〜~–-]*$/iu;
/** `两三个小时` and `2,3日` mean two or three. */
const IS_ROUGH = /一[二两兩]|[二两兩]三|三四|四五|五六|六七|七八|八九|\d,\d+\p{sc=Han}/u;

/**
 * Reads by how much a meeting moves. `undefined` without exactly one length, and if it isn't clear which way: "by an hour",
 * "forward an hour".
 */
export function parseShift(words: RequestText, locale: string): ParsedShift | undefined {
  const { original, plain } = toMaskedText(words);
  if (plain.length > MAX_CHARACTERS) return undefined;
  const unquoted = maskSpans(plain, findQuotes(plain), LITERAL);
  const masked = maskSpans(unquoted, findRooms(unquoted), CONSUMED);
  const text = new TimeText({ original, plain: masked }, lexiconFor(locale));
  const parts = listParts(text);
  const [amount, another] = parts.filter((part) => part.kind === "amount");
  if (!amount || another || isPartOfLength(masked, amount)) return undefined;
  const around = listRun(parts, parts.indexOf(amount));
  const leading = listRun(parts, 0);
  const verb = [...leading, ...around].find(
    ({ kind, start }) => kind === "postponing" && start < amount.start,
  );
  const read = verb && !around.includes(verb) ? [...leading, ...around] : around;
  const isAlone = parts.every((part) => ADDS_NOTHING.has(part.kind) || read.includes(part));
  const isBy = around[around.indexOf(amount) - 1]?.kind === "byWords";
  const isTime = canBeTime(text, amount);
  // "Postpone from 15 h" and `отложи на 3 часа` can have a time of day.
  const isPostponed =
    verb !== undefined &&
    (isTime
      ? isBy && isAlone && text.before("forWords", amount.start) === undefined
      : isBy || isAlone);
  // So can "earlier, 15 h".
  const said = around
    .filter(({ start }) => start > amount.start || isBy || !isTime)
    .flatMap(({ kind }) => DIRECTIONS[kind] ?? []);
  const [direction, other] = new Set<Direction>([
    ...said,
    ...(amount.sign ? [amount.sign] : []),
    ...(said.length === 0 && isPostponed ? [LATER] : []),
  ]);
  if (!direction || other) return undefined;
  return {
    by: toDuration(amount.length, direction),
    rest: withoutParts(words, plain.length, read),
    isClear: isAlone && (said.length > 0 || isPostponed),
  };
}

/** The words, amounts and rooms of the text, and what else is in it. */
function listParts(text: TimeText): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < text.plain.length;) {
    const amount = readAmount(text, at, at === parts.at(-1)?.end);
    if (!amount && GAP.test(text.plain.charAt(at))) {
      at++;
      continue;
    }
    const part = longest(text, at, amount) ?? readOther(text, at);
    parts.push(part);
    at = part.end;
  }
  return parts;
}

function readAmount(text: TimeText, at: number, isAfterWord: boolean): Amount | undefined {
  const signed = text.matches(/(?<=^|[\s\uFDD1])([+-])(?=\d)/uy, at)?.[1];
  if (signed === undefined && !isAfterWord && !text.isStart(at)) return undefined;
  const start = signed === undefined ? at : at + 1;
  const length = readLength(text, start, { isAfterPreposition: true });
  if (!length || !text.isEnd(length.end)) return undefined;
  const sign = signed === undefined ? undefined : signed === "+" ? LATER : EARLIER;
  return { kind: "amount", start: at, end: length.end, length, sign };
}

function longest(text: TimeText, at: number, amount: Amount | undefined): Part | undefined {
  let found: Part | undefined = amount;
  for (const kind of KINDS) {
    const word = text.word(kind, at);
    if (word && word.end > (found?.end ?? 0)) found = { kind, start: at, end: word.end };
  }
  return found;
}

function readOther(text: TimeText, start: number): Part {
  const room = text.matches(/\uFDD1+/y, start)?.[0];
  return room === undefined
    ? { kind: "other", start, end: start + 1 }
    : { kind: "room", start, end: start + room.length };
}

/** The part and those next to it, up to a room or to words that mean something else. */
function listRun(parts: readonly Part[], index: number): readonly Part[] {
  const isEnd = ({ kind }: Part) => kind === "room" || kind === "other";
  const before = parts.slice(0, index).findLastIndex(isEnd);
  const after = parts.findIndex((part, at) => at >= index && isEnd(part));
  return parts.slice(before + 1, after < 0 ? parts.length : after);
}

/** Whether the person said another length than what was read, or no exact one. */
function isPartOfLength(plain: string, { start, end }: Span): boolean {
  const isCut = STARTS_BEFORE.test(plain.slice(0, start)) || plain.startsWith("半", end);
  return isCut || IS_ROUGH.test(plain.slice(start, end));
}

function canBeTime(text: TimeText, { start, end }: Span): boolean {
  return (readClock(text, start)?.end ?? 0) >= end;
}

/** Days are those of the calendar. 24 hours aren't. */
function toDuration({ value, months, hasDays }: LengthRead, direction: Direction) {
  const days = hasDays ? Math.trunc(value / DAY) : 0;
  const later = Temporal.Duration.from({ months, days, minutes: value - days * DAY });
  return direction === LATER ? later : later.negated();
}

function withoutParts(words: RequestText, length: number, parts: readonly Part[]): RequestText {
  const kept: Span[] = [];
  let start = 0;
  for (const part of parts) {
    kept.push({ start, end: part.start });
    start = Math.max(start, part.end);
  }
  return keepSpans(words, [...kept, { start, end: length }]).filter(
    (word) => typeof word !== "string" || word.trim() !== "",
  );
}
