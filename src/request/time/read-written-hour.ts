import { CONSUMED } from "../masked-text";
import { readZoneAfter } from "./find-zones";
import { isCounted } from "./is-counted";
import type { DayPart } from "./match";
import { readMinutesAfterHour } from "./read-minutes-after-hour";
import { readNumber, type NumberRead } from "./read-number";
import type { TimeText } from "./time-text";

/**
 * What makes it a time. `marked` is one anywhere: `15:00`, `3pm`, `15 h`. The others need context: `bare` (`3`), `spelled` (`three`),
 * `pair` (`ten thirty`), `dotted` (`15.30`, perhaps a version), `counted` (`三点`, perhaps three points) and `word` (`noon`).
 */
export type ClockForm = "marked" | "bare" | "spelled" | "pair" | "dotted" | "counted" | "word";

/** What precedes a time, as far as that decides how it's read. */
export interface Lead {
  isAt?: boolean;
  isMaybeAt?: boolean;
  isFrom?: boolean;
}

/** A time as it's written, before its part of the day. */
export interface Written {
  hour: number;
  minute: number;
  form: ClockForm;
  end: number;
  part?: DayPart;
  named?: number | undefined;
  /** Up to 29 is valid. */
  isLate?: boolean;
}

const MINUTE = /:([0-5]\d)(?::[0-5]\d)?(?!\d)/y;

const DOT_MINUTE = /\.([0-5]\d)(?!\d)/y;

/** `15-30`, `22-00`; `10-11` are two hours. */
const DASH_MINUTE = /-(00|2[5-9]|[345]\d)(?!\d)/y;

const SHORT_FIGURES = 2;

export function readWritten(text: TimeText, number: NumberRead, lead: Lead): Written | undefined {
  if (number.digits > SHORT_FIGURES) return readCompact(text, number);
  return (
    readColon(text, number) ??
    readWithUnit(text, number, lead) ??
    readMeridiem(text, { hour: number.value, minute: 0, form: "marked", end: number.end }) ??
    readDotted(text, number, lead) ??
    readPair(text, number) ??
    readFigurePair(text, number, lead) ??
    readBare(text, number, lead)
  );
}

/** `15:30`, `18:30ч`. */
function readColon(text: TimeText, { value, end }: NumberRead): Written | undefined {
  const minutes = text.matches(MINUTE, end);
  if (!minutes) return undefined;
  const written: Written = {
    hour: value,
    minute: Number(minutes[1]),
    form: "marked",
    end: end + minutes[0].length,
  };
  const unit = text.next("hours", written.end);
  const isUnit = unit !== undefined && !readZoneAfter(text, written.end);
  return readMeridiem(text, written) ?? (isUnit ? { ...written, end: unit.end } : written);
}

/** `15 h 30`, `quinze heures`, `15時半`. */
function readWithUnit(text: TimeText, number: NumberRead, lead: Lead): Written | undefined {
  const unit = text.next("hours", number.end);
  if (!unit) return undefined;
  const after = readMinutesAfterHour(text, unit.end);
  if (!after && isOfName(text, number, unit.end, lead)) return undefined;
  const isLate = number.value > 24 && text.next("lateHours", number.end) !== undefined;
  if (number.value > (isLate ? 29 : 24)) return undefined;
  const isPlain = !after && number.isHan && text.plain.charAt(unit.end - 1) !== "時";
  const form = isPlain ? "counted" : "marked";
  const { hour, minute } = addMinutes({ hour: number.value, minute: 0 }, after?.value ?? 0);
  const end = after?.end ?? unit.end;
  const written: Written = { hour, minute, form, end, isLate, named: number.value };
  return readMeridiem(text, written) ?? written;
}

/** `24h race`, `à deux heures de Paris`, `3h de réunion`; not `3 h de l'après-midi`. */
function isOfName(
  text: TimeText,
  { value, digits, end }: NumberRead,
  unitEnd: number,
  lead: Lead,
): boolean {
  const isLength = text.next("lengthUnits", end)?.value === 60;
  if (value === 24 && isLength && !lead.isAt && !lead.isMaybeAt && !lead.isFrom) return true;
  const isFew = digits === 0 || value <= 6;
  return (
    isFew && text.next("ofMonth", unitEnd) !== undefined && !text.next("partsAfterHour", unitEnd)
  );
}

/** `3pm`, `3 p.m.`, `7a`. */
export function readMeridiem(text: TimeText, written: Written): Written | undefined {
  const attached = text.word("meridiems", written.end);
  const meridiem = attached ?? text.word("meridiems", text.skipSpace(written.end));
  if (!meridiem || written.hour > 24) return undefined;
  const isLetter = meridiem.end - text.skipSpace(written.end) === 1;
  if (isLetter && !attached) return undefined;
  // `15:00 pm` is at 15:00.
  return { ...written, form: "marked", part: meridiem.value, end: meridiem.end };
}

/** `3.30pm`, `9.15`. */
function readDotted(
  text: TimeText,
  { value, end, digits }: NumberRead,
  lead: Lead,
): Written | undefined {
  const minutes =
    text.matches(DOT_MINUTE, end) ?? (digits > 0 ? text.matches(DASH_MINUTE, end) : undefined);
  if (!minutes) return undefined;
  const form = lead.isAt || lead.isFrom ? "marked" : "dotted";
  const written: Written = {
    hour: value,
    minute: Number(minutes[1]),
    form,
    end: end + minutes[0].length,
  };
  const marked = readMeridiem(text, written);
  if (marked) return marked;
  const unit = text.next("hours", written.end);
  return unit ? { ...written, form: "marked", end: unit.end } : written;
}

/** `ten thirty`, `three oh five`; not `seven eleven`. */
function readPair(text: TimeText, number: NumberRead): Written | undefined {
  if (
    number.digits > 0 ||
    number.isHan ||
    number.value > 24 ||
    text.plain.charAt(number.end) !== " "
  )
    return undefined;
  const zero = text.word("zero", number.end + 1);
  const minutes = readNumber(text, zero ? zero.end + 1 : number.end + 1);
  if (!minutes) return zero && { hour: number.value, minute: 0, form: "pair", end: zero.end };
  if (minutes.digits > 0 || minutes.isHan || minutes.value > 59) return undefined;
  if (!zero && (minutes.value < 10 || minutes.value % 5 !== 0)) return undefined;
  if (!text.isEnd(minutes.end) || isCounted(text, minutes.end)) return undefined;
  const written: Written = {
    hour: number.value,
    minute: minutes.value,
    form: "pair",
    end: minutes.end,
  };
  return readMeridiem(text, written) ?? written;
}

const FIGURE_MINUTES = new RegExp(` ([0-5][05])(?=[ ,.]*(?:$|${CONSUMED}))`, "y");

/** `в 15 30`, at the end. */
function readFigurePair(text: TimeText, number: NumberRead, lead: Lead): Written | undefined {
  const minutes = lead.isAt ? text.matches(FIGURE_MINUTES, number.end) : undefined;
  if (!minutes || number.digits === 0 || number.value > 24) return undefined;
  const end = number.end + minutes[0].length;
  return { hour: number.value, minute: Number(minutes[1]), form: "marked", end };
}

/** `330pm`, `1530 hours`. */
function readCompact(text: TimeText, { value, end }: NumberRead): Written | undefined {
  const written: Written = {
    hour: Math.floor(value / 100),
    minute: value % 100,
    form: "marked",
    end,
  };
  const unit = text.next("lengthUnits", end);
  const isHours = unit?.value === 60;
  return readMeridiem(text, written) ?? (isHours ? { ...written, end: unit.end } : undefined);
}

function readBare(
  text: TimeText,
  { value, end, digits }: NumberRead,
  { isAt = false }: Lead,
): Written | undefined {
  // `в 3 дня` is in the afternoon, `3 дня` are days.
  const isPart = isAt && value <= 12 && text.next("partsAfterHour", end) !== undefined;
  if (!isPart && isCounted(text, end)) return undefined;
  return { hour: value, minute: 0, form: digits > 0 ? "bare" : "spelled", end };
}

export function addMinutes({ hour, minute }: { hour: number; minute: number }, minutes: number) {
  const sum = hour * 60 + minute + minutes;
  return { hour: Math.floor(sum / 60), minute: ((sum % 60) + 60) % 60 };
}
