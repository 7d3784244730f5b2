import { Temporal } from "@js-temporal/polyfill";
import type { Texts } from "../masked-text";
import { refuse, type Refused } from "../request-problem";
import { isDay, isMatchOf, textOf, type Cluster, type Match, type MatchOf } from "./match";

type DayMatch = MatchOf<"day">;

const isVague = isMatchOf("vague-day");
const isNoSuchDay = isMatchOf("no-such-day");

/** Words that make the day after them part of the subject: `Recap of Monday`, `planning for yesterday`. */
const SUBJECT_BEFORE =
  /(?:(?<!\p{L})(?:of|from|since|until|till|by|before|after|about|de|du|d'|des|depuis|avant|après|от|до|после|перед|с|к|за) (?:the |le )?|关于|關於|有关)$/u;
/** What can follow a day that isn't part of the subject: `Sync tomorrow with the team at 3pm`. */
const DAY_CONTINUES =
  /^(?: ?[,;:()]|\.(?: |$)| (?:with|in|at|about|to|on|for|and|via|over|re|avec|à|au|aux|dans|sur|pour|chez|et|с|со|в|во|на|о|об|по|для|и|-)(?!\p{L}))/u;

const ABOUT = /(?<!\p{L})(?:of|about|за|о|об|про) (?:the )?$/u;
const OF_FRENCH = /(?<!\p{L})(?:du|de) $/u;
const ON = /^(?:on|le|в) /u;
const TO =
  /^ ?(?:(?<= |^)(?:to|till?|until|through|au|à|jusqu'(?:à|au)|до|по)(?: the| le)? |[到至~] ?)$/u;
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
  { plain, original }: Texts,
  time: Match,
  cluster: Cluster,
  clusters: readonly Cluster[],
  today: Temporal.PlainDate,
): { ok: true; days: readonly DayMatch[] } | Refused {
  const days = findDays(cluster, clusters);
  const isDated = days.some(({ value }) => value.day.date);
  const elsewhere = isDated ? [] : clusters.flatMap(({ matches }) => matches.filter(isLikely));
  const candidates = [...cluster.matches, ...elsewhere];
  const broken = candidates.find(isNoSuchDay);
  if (broken) return refuseNoSuchDay(original, broken);
  const vague = candidates.find(isVague);
  if (vague) return refuse({ reason: "vague-day", day: textOf(original, vague) });
  const endDate = findEndDate(plain, cluster, clusters);
  if (endDate) return refuse({ reason: "no-clock-time", date: endDate.toString() });
  const toStray = (day: DayMatch) =>
    refuse({ reason: "stray-day", day: textOf(original, day), time: textOf(original, time) });
  const described = days.find((day) => isDescribed(plain, day, today));
  if (described) return toStray(described);
  if (isDated) return { ok: true, days };

  const apart = clusters
    .filter((other) => other !== cluster)
    .flatMap((other) => other.matches.filter(isDay).map((day) => ({ day, cluster: other })))
    .filter(({ day }) => isUpcoming(day, today))
    .filter(({ day }) => day.value.day.isWritten === true || !isOfSubject(plain, day));
  const meant = apart.find((place) => !isOfSubject(plain, place.day) && isMeant(plain, place));
  if (meant) return { ok: true, days: [...days, meant.day] };
  const stray = apart.find((place) => isStray(plain, place));
  return stray ? toStray(stray.day) : { ok: true, days };
}

/** `Monday 3pm to Tuesday`: ends on a day without a time. */
function findEndDate(
  plain: string,
  cluster: Cluster,
  clusters: readonly Cluster[],
): Temporal.PlainDate | undefined {
  const next = clusters[clusters.indexOf(cluster) + 1]?.matches.find(isDay);
  const between = plain.slice(cluster.matches.at(-1)?.end, next?.start);
  return next && TO.test(between) ? next.value.day.date : undefined;
}

/** `Report of 20 March at 3pm` may be about that day; `Réunion du 3 novembre` is, if the day has passed. */
function isDescribed(
  plain: string,
  { start, value: { day } }: DayMatch,
  today: Temporal.PlainDate,
): boolean {
  if (!day.isWritten || !day.date) return false;
  const before = plain.slice(0, start);
  if (ABOUT.test(before)) return true;
  const inSixMonths = today.add({ months: 6 });
  return OF_FRENCH.test(before) && Temporal.PlainDate.compare(day.date, inSixMonths) > 0;
}

/** Whether a day belongs to the time even though words of the subject separate them. */
function isMeant(plain: string, { day, cluster }: PlacedDay): boolean {
  const continues = DAY_CONTINUES.test(plain.slice(day.end));
  if (isLikely(day)) return continues;
  const isOn = day.value.day.isWritten === true && ON.test(plain.slice(day.start, day.end));
  return isOn && (continues || cluster.isAtStart || cluster.isAtEnd);
}

/** A weekday inside a subject belongs to it (`Review Friday release`), and so does `9/11`. */
function isStray(plain: string, { day, cluster }: PlacedDay): boolean {
  const { isNaming = false, isWritten = false } = day.value.day;
  if (isLikely(day)) return !isNaming;
  if (!isWritten || FRACTION.test(plain.slice(day.start, day.end))) return false;
  return cluster.isAtStart || cluster.isAtEnd || DAY_CONTINUES.test(plain.slice(day.end));
}

function isUpcoming({ value: { day } }: DayMatch, today: Temporal.PlainDate): boolean {
  return day.date !== undefined && Temporal.PlainDate.compare(day.date, today) >= 0;
}

function isOfSubject(plain: string, { start }: Match): boolean {
  return SUBJECT_BEFORE.test(plain.slice(0, start));
}

function isLikely({ certainty }: Match): boolean {
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

/** A day without a time, unless it's probably part of the subject: `Monday planning`, `planning for yesterday`. */
export function findDayAlone(plain: string, clusters: readonly Cluster[]): DayMatch[] {
  for (const { matches, isAtStart, isAtEnd } of clusters) {
    const day = matches.find(isDay);
    if (!day || !isLikely(day) || isOfSubject(plain, day)) continue;
    const { isNaming = false, isShort = false } = day.value.day;
    if (!isShort && (isAtEnd || (isAtStart && !isNaming))) return [day];
  }
  return [];
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

/** `next week`, if that's the whole text: it's no name for a meeting. */
export function refuseVagueDay(
  original: string,
  clusters: readonly Cluster[],
): Refused | undefined {
  const vague = clusters
    .filter(({ isAtStart, isAtEnd }) => isAtStart && isAtEnd)
    .flatMap(({ matches }) => matches.filter(isVague))[0];
  return vague && refuse({ reason: "vague-day", day: textOf(original, vague) });
}

/** Without the T of ISO 8601, which introduces the time. */
function refuseNoSuchDay(original: string, broken: Match): Refused {
  const day = textOf(original, broken).replace(/(?<=\d)t$/i, "");
  return refuse({ reason: "no-such-day", day });
}
