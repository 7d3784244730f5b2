import { isConnector } from "../connector";
import { findLead, type LeadWords } from "./find-lead";
import { readZoneAfter, readZoneBefore } from "./find-zones";
import type { Certainty, Match } from "./match";
import { readClock, type FoundClock } from "./read-clock";
import { readNumber } from "./read-number";
import { isDayNext } from "./read-day-next";
import { scan } from "./scan";
import type { TimeText } from "./time-text";

/** Clock times with the words that belong to them, spans, and ends without a start. */
export function findClocks(text: TimeText): Match[] {
  return scan(text, (at) => {
    const skipped = skipOther(text, at);
    if (skipped !== undefined) return { end: skipped };
    const lead = findLead(text, at);
    const first = readClock(text, lead.end, lead);
    if (!first) return skipNumber(text, at);
    const match = readRange(text, lead, first) ?? readSingle(text, lead, first);
    return match ? withZone(text, match) : { end: first.end };
  });
}

/** Text that can't be a time: a day (`周五` in `周五十二点`, `今夜`), or a numbered thing (`Room 12`, `第3点`). */
function skipOther(text: TimeText, at: number): number | undefined {
  const day = text.word("weekdays", at) ?? text.word("daysWithPart", at) ?? text.word("days", at);
  if (day) return day.end;
  const dayOfMonth = endOfDateBeforePart(text, at);
  if (dayOfMonth !== undefined) return dayOfMonth;
  const numbered = text.word("numbered", at);
  const start = numbered && text.skipSpace(numbered.end);
  const number = start === undefined ? undefined : readNumber(text, start);
  if (!numbered || !number) return undefined;
  const isAttached = start === numbered.end;
  return isAttached || readClock(text, start ?? 0)?.form !== "marked" ? number.end : undefined;
}

/** `Feb 5 AM`: the morning of a day, not five o'clock. */
function endOfDateBeforePart(text: TimeText, at: number): number | undefined {
  const month = text.word("months", at) ?? text.word("shortMonths", at);
  const number = month && readNumber(text, text.skipSpace(month.end));
  const isApart = number && text.plain.charAt(number.end) === " ";
  return isApart && text.word("meridiems", number.end + 1) ? number.end : undefined;
}

/** So that `十二点` isn't found in `五十二点`. */
function skipNumber(text: TimeText, at: number): { end: number } | undefined {
  return readNumber(text, at);
}

function readRange(text: TimeText, lead: LeadWords, first: FoundClock): Match | undefined {
  const separator = readSeparator(text, lead, first);
  const second = separator && readClock(text, separator.end, { isFrom: true });
  if (!separator || !second) return undefined;
  const isBare = !isMarked(first);
  const isBeforeDay = isBare && isDayNext(text, second.end);
  const isTight = separator.isTight || (lead.isAt && isMarked(second));
  if (isBare && !lead.isFrom && !isTight && !isBeforeDay) return undefined;
  return {
    start: lead.isFrom ? lead.start : lead.atStart,
    end: text.word("untilAfter", second.end)?.end ?? endOfParticles(text, second.end),
    certainty: toRangeCertainty(first, second, lead.isFrom),
    value: { kind: "clock", start: first.clock, end: second.clock, isBeforeDay },
  };
}

/** `-`, `to`, `から`; `and` after `between`. */
function readSeparator(
  text: TimeText,
  { isBetween }: LeadWords,
  { end, form }: FoundClock,
): { end: number; isTight: boolean } | undefined {
  const dash = text.matches(/ ?[-~] ?/y, end);
  // `9.30 - 10.30` is a span, and `3 - 4` may be anything.
  if (dash)
    return { end: end + dash[0].length, isTight: dash[0].length === 1 || form === "dotted" };
  const start = text.skipSpace(end);
  const to = text.word("rangeTo", start) ?? (isBetween ? text.word("and", start) : undefined);
  if (!to) return undefined;
  const isTight = text.word("tightRangeTo", start) !== undefined;
  return { end: findLead(text, text.skipSpace(to.end)).end, isTight };
}

function isMarked({ form }: FoundClock): boolean {
  return form === "marked" || form === "word" || form === "pair";
}

function toRangeCertainty(first: FoundClock, second: FoundClock, isFrom: boolean): Certainty {
  if (isMarked(first) && isMarked(second)) return "sure";
  if (isMarked(first) || isMarked(second)) return isFrom || second.clock.part ? "sure" : "likely";
  return isFrom ? "likely" : "doubtful";
}

function readSingle(text: TimeText, lead: LeadWords, found: FoundClock): Match | undefined {
  const { end, clock } = found;
  const next = text.skipSpace(end);
  const deadline = readDeadlineAfter(text, end);
  const until = text.word("untilAfter", next);
  const untilAfter = until && until.end >= (deadline?.end ?? 0) ? until : undefined;
  if (lead.isUntil || untilAfter) {
    const certainty = isMarked(found) ? "sure" : "likely";
    return {
      start: lead.start,
      end: untilAfter?.end ?? end,
      certainty,
      value: { kind: "until", end: clock },
    };
  }
  if (lead.isTo) {
    if (!isMarked(found)) return undefined;
    return { start: lead.start, end, certainty: "doubtful", value: { kind: "until", end: clock } };
  }
  if (lead.isDeadline || deadline) return undefined;
  const isBeforeDay = isHourBeforeDay(text, found);
  const isFirst = lead.isFrom && isFromHour(text, found);
  const certainty = toCertainty(lead, found) ?? (isBeforeDay || isFirst ? "doubtful" : undefined);
  if (!certainty) return undefined;
  return {
    start: lead.atStart,
    end: endOfParticles(text, end),
    certainty,
    value: { kind: "clock", start: clock, isBeforeDay },
  };
}

/** `五点前`; `五点前后` is about five. */
export function readDeadlineAfter(text: TimeText, end: number): { end: number } | undefined {
  const deadline = text.word("deadlineAfter", text.skipSpace(end));
  const around = text.next("aroundAfter", end);
  return deadline && deadline.end > (around?.end ?? 0) ? deadline : undefined;
}

/** `tomorrow from 3`; not the first day in `du 24 au 26 novembre`. */
function isFromHour(text: TimeText, { form, end }: FoundClock): boolean {
  return form === "bare" && isConnector(text.plain.slice(end));
}

/** `12.30 tomorrow`, `9 tomorrow morning`; not `Catch 22 tomorrow`. */
function isHourBeforeDay(text: TimeText, { form, end }: FoundClock): boolean {
  if (form === "dotted") return isDayNext(text, end);
  const day =
    form === "bare" || form === "spelled" ? text.word("days", text.skipSpace(end)) : undefined;
  return day !== undefined && text.next("partsAfterDay", day.end) !== undefined;
}

function toCertainty(
  { isAt, isMaybeAt, isArticle }: LeadWords,
  { form }: FoundClock,
): Certainty | undefined {
  switch (form) {
    case "marked":
      return isArticle ? "likely" : "sure";
    case "word":
      return isAt || isMaybeAt ? "sure" : "trailing";
    case "pair":
      return isAt ? "sure" : "trailing";
    case "bare":
      return isAt ? "likely" : isMaybeAt ? "doubtful" : undefined;
    case "spelled":
      return isAt ? "trailing" : isMaybeAt ? "doubtful" : undefined;
    case "dotted":
    case "counted":
      return "doubtful";
    default:
      return form satisfies never;
  }
}

/** `頃に`, `左右`, `から`. */
function endOfParticles(text: TimeText, end: number): number {
  const around = text.next("aroundAfter", end)?.end ?? end;
  const particle = text.next("afterClock", around)?.end ?? around;
  const last = text.word("afterClock", particle)?.end ?? particle;
  // `10時〜`
  return text.matches(/~(?= *$)/y, last) ? last + 1 : last;
}

function withZone(text: TimeText, match: Match): Match {
  if (match.value.kind !== "clock") return match;
  const after = readZoneAfter(text, match.end) ?? readZoneAfter(text, match.end - 1);
  const zone = after ?? readZoneBefore(text, match.start);
  if (!zone) return match;
  return {
    ...match,
    start: Math.min(match.start, zone.start),
    end: Math.max(match.end, zone.end),
    value: { ...match.value, zone: zone.zone },
  };
}
