import { Temporal } from "@js-temporal/polyfill";
import { CJK } from "../word-edges";
import { isAfterOn, isContinued, isLikely, isOfSubject, type DayMatch } from "./choose-days";
import { isDay, type Cluster } from "./match";
import type { TimeText } from "./time-text";

/** A day without a time, unless it's probably part of the subject: `Monday planning`, `planning for yesterday`. */
export function findDayAlone(
  text: TimeText,
  clusters: readonly Cluster[],
  today: Temporal.PlainDate,
): DayMatch[] {
  for (const { matches, isAtStart, isAtEnd } of clusters) {
    const dated = matches.filter(isDay).filter(isDated);
    const day = dated.find((one) => isLikely(one) || isSetApart(text, one));
    if (!day || isOfSubject(text, day)) continue;
    const { isNaming = false, isShort = false } = day.value.day;
    const parts = matches.filter(isDay).filter(({ value }) => !value.day.date);
    const isAtEdge = isAtEnd || (isAtStart && !isNaming && isLikely(day));
    if (
      (!isShort || (isAtEnd && isApartFromNames(text, day))) &&
      (isAtEdge || isDayInside(text, day, today))
    )
      return [day, ...parts];
  }
  return findPartAlone(text, clusters, today);
}

/** `Sync Fri`; not `Sync with Thu`, or `Manic Mondays`. */
function isApartFromNames(text: TimeText, { start, value: { day } }: DayMatch): boolean {
  const isListed = text.before("continuesAfterDay", start) ?? text.before("and", start);
  return isListed === undefined && !day.repeat;
}

/** `in the afternoon` at the end: of today. */
function findPartAlone(
  text: TimeText,
  clusters: readonly Cluster[],
  today: Temporal.PlainDate,
): DayMatch[] {
  const last = clusters.at(-1);
  const part = last?.isAtEnd ? last.matches.find(isDay) : undefined;
  const isPart = part?.value.day.part !== undefined && part.value.day.date === undefined;
  if (!part || !isPart || !text.isLetter(part.start) || isOfSubject(text, part)) return [];
  return [{ ...part, value: { kind: "day", day: { ...part.value.day, date: today } } }];
}

/** `Sync tomorrow with the team`, `Prepare next Friday demo`; not `Review Friday release`. */
function isDayInside(text: TimeText, day: DayMatch, today: Temporal.PlainDate): boolean {
  const { isNaming = false, isWritten = false, weekday, date } = day.value.day;
  const isAhead = date !== undefined && Temporal.PlainDate.compare(date, today) > 0;
  const isApart = text.isLetter(day.end - 1) || text.plain.charAt(day.start - 1) === " ";
  if (!isAhead || isNaming || !isLikely(day) || !isApart) return false;
  return isWritten || weekday === undefined || isContinued(text, day);
}

const ENDS_WITH_MARK = new RegExp(`[${CJK}]$`, "u");

/** `on the 25th`, `25日`: a day even without a time. */
function isSetApart(text: TimeText, day: DayMatch): boolean {
  const isMarked = ENDS_WITH_MARK.test(text.plain.slice(day.start, day.end));
  return day.value.day.isWritten === true && (isMarked || isAfterOn(text, day));
}

/** `9` in `Sync 9 tomorrow` isn't one. */
function isDated({ value: { day } }: DayMatch): boolean {
  return day.date !== undefined && day.isBareNumber !== true;
}
