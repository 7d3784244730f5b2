import type { Span } from "../masked-text";
import type { ClockTime } from "./clock-time";
import type { DayPart } from "./match";
import { readMinutesFirst } from "./read-minutes-first";
import { readMinutesAfterHour } from "./read-minutes-after-hour";
import { readNumber } from "./read-number";
import {
  addMinutes,
  readMeridiem,
  readWritten,
  type ClockForm,
  type Lead,
  type Written,
} from "./read-written-hour";
import type { Read, TimeText } from "./time-text";

export interface FoundClock extends Span {
  clock: ClockTime;
  form: ClockForm;
}

/** What must not follow figures that are a time. */
const NOT_AFTER =
  /[\p{L}\p{N}_](?<![㐀-鿿ぁ-ヺ])|[.,:/'@]\d|-\p{L}(?<![㐀-鿿ぁ-ヺ])|'\p{L}| ?[%°€$£]|\.\p{L}/uy;

/** A time of day at a position, in any form. */
export function readClock(text: TimeText, at: number, lead: Lead = {}): FoundClock | undefined {
  if (!text.hasWordOrFigure(at)) return undefined;
  const minutesFirst = readMinutesFirst(text, at, lead);
  if (minutesFirst) return toFound(text, at, withMeridiem(text, minutesFirst));
  const half = text.word("halfHours", at);
  if (half)
    return toFound(text, at, { hour: half.value, minute: 30, form: "marked", end: half.end });
  const written = readHourFirst(text, at, lead) ?? readOneOClock(text, at, lead);
  const word = text.word("clockWords", at);
  if (word && word.end >= (written?.end ?? 0)) return readAfterWord(text, at, word);
  return written && toFound(text, at, written);
}

/** `ten minutes to five pm` */
function withMeridiem(text: TimeText, time: Omit<Written, "form">): Written {
  const written: Written = { ...time, form: "marked" };
  return readMeridiem(text, written) ?? written;
}

/** `в час`, `в час тридцать`. */
function readOneOClock(text: TimeText, at: number, { isAt, isFrom }: Lead): Written | undefined {
  const one = isAt || isFrom ? text.word("oneOClock", at) : undefined;
  if (!one) return undefined;
  const minutes = readMinutesAfterHour(text, one.end);
  const form = minutes ? "marked" : "spelled";
  return { hour: 1, minute: minutes?.value ?? 0, form, end: minutes?.end ?? one.end };
}

/** `midi moins cinq`, `minuit trois`. */
function readAfterWord(text: TimeText, start: number, { value, end }: Read<string>): FoundClock {
  const [hour = 0, minute = 0] = value.split(":").map(Number);
  const after = readMinutesAfterHour(text, end, true);
  const clock = { ...addMinutes({ hour, minute }, after?.value ?? 0), isExact: true };
  return { start, end: after?.end ?? end, clock, form: after ? "marked" : "word" };
}

function readHourFirst(text: TimeText, at: number, lead: Lead): Written | undefined {
  const part = readPartBefore(text, at);
  const number = readNumber(text, part?.end ?? at);
  if (!number) return undefined;
  const written = readWritten(text, number, lead);
  if (!part) return written;
  // `下午3`, `朝一`: a bare number can be anything.
  return written && written.form !== "bare" && !(written.form === "spelled" && number.isHan)
    ? { ...written, form: "marked", part: part.value }
    : undefined;
}

const MAX_PARTS = 3;
const PART_JOINT = /[の,、]? ?/y;

/** `午後`, `夜の午後`, `PM`: the last one counts. */
function readPartBefore(text: TimeText, at: number): Read<DayPart> | undefined {
  let part: Read<DayPart> | undefined;
  for (let count = 0; count < MAX_PARTS; count++) {
    const next = part?.end ?? at;
    const found = text.word("partsBeforeHour", next) ?? readMeridiemBefore(text, next);
    if (!found) break;
    const joint = text.matches(PART_JOINT, found.end)?.[0].length ?? 0;
    part = { value: found.value, end: found.end + joint };
  }
  return part;
}

const MERIDIEM_BEFORE = /[ap]m ?(?=\d{1,2}(?::\d\d|[時时点點]))/y;

function readMeridiemBefore(text: TimeText, at: number): Read<DayPart> | undefined {
  const found = text.isStart(at) ? text.matches(MERIDIEM_BEFORE, at)?.[0] : undefined;
  if (found === undefined) return undefined;
  return { value: found.startsWith("a") ? "morning" : "afternoon", end: at + found.length };
}

/** With the part of the day after it: `8 in the evening`. */
function toFound(text: TimeText, start: number, written: Written): FoundClock | undefined {
  const next = text.skipSpace(
    text.plain.charAt(written.end) === "," ? written.end + 1 : written.end,
  );
  const after = written.part ? undefined : text.word("partsAfterHour", next);
  // `7 tonight`: the day is read later.
  const isBeforePart = text.word("daysWithPart", next) !== undefined;
  const end = after?.end ?? written.end;
  const { hour, minute, form, isLate, named } = written;
  if (hour > (isLate ? 29 : 24) || minute > 59 || (hour === 24 && minute > 0 && !isLate))
    return undefined;
  // `8am-noon`
  const isRange = /[-~]/.test(text.plain.charAt(end)) && text.word("clockWords", end + 1);
  if (!after && !isRange && !text.next("aroundAfter", end) && text.matches(NOT_AFTER, end))
    return undefined;
  const isPadded = /^0\d/.test(text.plain.slice(start, written.end));
  const isExact = hour > 12 || hour === 0 || isPadded;
  const part = written.part ?? after?.value;
  const isPart = part !== undefined && hour <= 12;
  const clock = { hour, minute, named, ...(isPart ? { isExact: false, part } : { isExact }) };
  return {
    start,
    end,
    clock,
    form: (after !== undefined || isBeforePart) && form !== "word" ? "marked" : form,
  };
}
