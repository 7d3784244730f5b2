import { Temporal } from "@js-temporal/polyfill";
import { refuse, type Refused } from "../request-problem";
import { isDay, isMatchOf, textOf, type Cluster, type Match, type MatchOf } from "./match";
import { endOfTo } from "./read-separator";
import type { TimeText } from "./time-text";

export type DayMatch = MatchOf<"day">;

const isVague = isMatchOf("vague-day");
const isNoSuchDay = isMatchOf("no-such-day");

/** A comma and a space. */
const MAX_GAP = 2;
/** `1/2 day workshop`. */
const FRACTION = /^(?:1\/[2-5]|2\/[35]|3\/4)$/;

interface PlacedDay {
  day: DayMatch;
  cluster: Cluster;
}

/**
 * Chooses the day of a clock time. A written date is never ignored silently, because the meeting would then be today:
 * the sender is asked about an impossible date, and about a day that may belong to the subject.
 */
export function chooseDays(
  text: TimeText,
  time: Match,
  cluster: Cluster,
  clusters: readonly Cluster[],
  today: Temporal.PlainDate,
): { ok: true; days: readonly DayMatch[] } | Refused {
  const { original } = text;
  const days = findDays(cluster, clusters).filter((day) => !isNumberOfName(day, time));
  const isDated = days.some(({ value }) => value.day.date);
  const elsewhere = isDated ? [] : clusters.flatMap(({ matches }) => matches.filter(isLikely));
  const candidates = [...cluster.matches, ...elsewhere];
  const broken = candidates.find(isNoSuchDay);
  if (broken) return refuseNoSuchDay(original, broken);
  const vague = candidates.find(isVague);
  if (vague) return refuseVague(original, vague);
  const endDate = findEndDate(text, cluster, clusters);
  if (endDate) return refuse({ reason: "no-clock-time", date: endDate.toString() });
  const toStray = (day: DayMatch) =>
    refuse({ reason: "stray-day", day: textOf(original, day), time: textOf(original, time) });
  const described = days.find((day) => isDescribed(text, day, today) || isWeek(text, day, days));
  if (described) return toStray(described);
  const number = days.find(({ value }) => value.day.isBareNumber);
  if (number && !cluster.isAtStart && days.length === 1) return toStray(number);
  if (isDated) return { ok: true, days };

  const apart = clusters
    .filter((other) => other !== cluster)
    .flatMap((other) => other.matches.filter(isDay).map((day) => ({ day, cluster: other })))
    .filter(({ day }) => isUpcoming(day, today))
    .filter(({ day }) => day.value.day.isWritten === true || !isOfSubject(text, day));
  const meant = apart.find((place) => !isOfSubject(text, place.day) && isMeant(text, place));
  if (meant) return { ok: true, days: [...days, meant.day] };
  const stray = apart.find((place) => isStray(text, place));
  return stray ? toStray(stray.day) : { ok: true, days };
}

/** `Monday 3pm to Tuesday`: ends on a day without a time. */
function findEndDate(
  text: TimeText,
  cluster: Cluster,
  clusters: readonly Cluster[],
): Temporal.PlainDate | undefined {
  const next = clusters[clusters.indexOf(cluster) + 1]?.matches.find(isDay);
  const end = cluster.matches.at(-1)?.end ?? 0;
  if (!next) return undefined;
  const isTo =
    endOfTo(text, end) === next.start || text.plain.slice(end, next.start).trim() === "~";
  return isTo ? next.value.day.date : undefined;
}

/** `Report of 20 March at 3pm` may be about that day; `Réunion du 3 novembre` is, if the day has passed. */
function isDescribed(
  text: TimeText,
  { start, value: { day } }: DayMatch,
  today: Temporal.PlainDate,
): boolean {
  if (!day.isWritten || !day.date) return false;
  if (text.before("aboutBeforeDate", start) !== undefined) return true;
  const inSixMonths = today.add({ months: 6 });
  return (
    text.before("ofBeforeDate", start) !== undefined &&
    Temporal.PlainDate.compare(day.date, inSixMonths) > 0
  );
}

/** `week of 9 December` names no day; `Monday 9:30 the week of 7 December` does. */
function isWeek(text: TimeText, day: DayMatch, days: readonly DayMatch[]): boolean {
  const hasWeekday = days.some((other) => other !== day && other.value.day.weekday !== undefined);
  return text.word("weekOf", day.start) !== undefined && !hasWeekday;
}

/** Whether a day belongs to the time even though words of the subject separate them. */
function isMeant(text: TimeText, { day, cluster }: PlacedDay): boolean {
  const continues = isContinued(text, day);
  if (isLikely(day)) return continues;
  const isOn = day.value.day.isWritten === true && isAfterOn(text, day);
  return isOn && (continues || cluster.isAtStart || cluster.isAtEnd);
}

/** A weekday inside a subject belongs to it (`Review Friday release`), and so does `9/11`. */
function isStray(text: TimeText, { day, cluster }: PlacedDay): boolean {
  const { isNaming = false, isWritten = false } = day.value.day;
  if (isLikely(day)) return !isNaming;
  if (!isWritten || FRACTION.test(text.plain.slice(day.start, day.end))) return false;
  return cluster.isAtStart || cluster.isAtEnd || isContinued(text, day);
}

function isUpcoming({ value: { day } }: DayMatch, today: Temporal.PlainDate): boolean {
  return day.date !== undefined && Temporal.PlainDate.compare(day.date, today) >= 0;
}

export function isOfSubject(text: TimeText, { start }: Match): boolean {
  return text.before("nameBeforeDay", start) !== undefined;
}

const PAUSE = / ?[,;:()]|\.(?: |$)| -(?!\p{L})/uy;

/** What can follow a day that isn't part of the subject: `Sync tomorrow with the team at 3pm`. */
export function isContinued(text: TimeText, { end }: Match): boolean {
  const isPause = text.matches(PAUSE, end) !== undefined;
  return (
    isPause ||
    (text.plain.charAt(end) === " " && text.word("continuesAfterDay", end + 1) !== undefined)
  );
}

/** `on 20 March`; not `for 20 March`. */
export function isAfterOn(text: TimeText, { start }: Match): boolean {
  const isFor = text.word("lasting", start) ?? text.word("forWords", start);
  return !isFor && text.word("onDay", start) !== undefined;
}

/** A number is a day only right before the time: `15 at 8:00`. */
function isNumberOfName({ end, value: { day } }: DayMatch, time: Match): boolean {
  return day.isBareNumber === true && time.start - end > MAX_GAP;
}

export function isLikely({ certainty }: Match): boolean {
  return certainty !== "doubtful";
}

/** The days next to the clock time, or else those at the start or end of the text. */
function findDays(own: Cluster, clusters: readonly Cluster[]): readonly DayMatch[] {
  const adjacent = own.matches.filter(isDay);
  if (adjacent.some(({ value }) => value.day.date)) return adjacent;
  const atEdges = clusters
    .filter((cluster) => cluster !== own && (cluster.isAtStart || cluster.isAtEnd))
    .map(({ matches }) => matches.filter(isDay))
    .filter((days) => days.some(isLikely));
  return [...adjacent, ...atEdges.flat()];
}

/** An impossible date at the end of the text, without a time. */
export function refuseBrokenDate(
  original: string,
  clusters: readonly Cluster[],
): Refused | undefined {
  const broken = clusters
    .filter(({ isAtEnd }) => isAtEnd)
    .flatMap(({ matches }) => matches.filter(isNoSuchDay))
    .find(isLikely);
  return broken && refuseNoSuchDay(original, broken);
}

/** `Sync next week`, or any such words if they're the whole text: they're no name for a meeting. */
export function refuseVagueDay(text: TimeText, clusters: readonly Cluster[]): Refused | undefined {
  const vague = clusters.flatMap((cluster) =>
    cluster.matches.filter(isVague).filter((match) => isAsked(text, match, cluster)),
  )[0];
  return vague && refuseVague(text.original, vague);
}

function refuseVague(original: string, vague: MatchOf<"vague-day">): Refused {
  const { meanings } = vague.value;
  return refuse({
    reason: "vague-day",
    day: textOf(original, vague),
    ...(meanings && { meanings }),
  });
}

/** Not in `Planning for next week`. */
function isAsked(
  text: TimeText,
  match: MatchOf<"vague-day">,
  { isAtStart, isAtEnd, isOfSubject: isOfDeadline }: Cluster,
): boolean {
  if (isAtStart && isAtEnd) return true;
  const { asksAt } = match.value;
  const isAtEdge = isAtEnd ? asksAt !== undefined : isAtStart && asksAt === "edge";
  return isAtEdge && !isOfDeadline && !isOfSubject(text, match) && !isAfterFor(text, match);
}

function isAfterFor(text: TimeText, { start }: Match): boolean {
  const kinds = ["lasting", "forWords", "aboutBeforeDate", "ofBeforeDate", "onDay"] as const;
  return kinds.some((kind) => text.before(kind, start) !== undefined);
}

/** Without the T of ISO 8601, which introduces the time. */
function refuseNoSuchDay(original: string, broken: Match): Refused {
  const day = textOf(original, broken).replace(/(?<=\d)t$/i, "");
  return refuse({ reason: "no-such-day", day });
}
