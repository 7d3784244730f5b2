import { Temporal } from "@js-temporal/polyfill";
import type { RequestProblem } from "../request-problem";
import type { Cluster } from "./cluster";
import { isMatchOf, textOf, type Match, type MatchOf } from "./match";

type DayMatch = MatchOf<"day">;

type Today = Temporal.PlainDate;

const isDay = isMatchOf("day");
const isVague = isMatchOf("vague-day");
const isNoSuchDay = isMatchOf("no-such-day");

/** What says that the day before it is part of a name: `Recap of Monday`, `planning for yesterday`. */
const OF_TOPIC =
  /(?:(?<!\p{L})(?:of|from|since|until|till|by|before|after|about|de|du|d'|des|depuis|avant|après|от|до|после|перед|с|к|за) (?:the |le )?|关于|關於|有关)$/u;
/** What goes on behind a day that is none of the topic: `Sync tomorrow with the team at 3pm`. */
const GOES_ON =
  /^(?: ?[,;:()]|\.(?: |$)| (?:with|in|at|about|to|on|for|and|via|over|re|avec|à|au|aux|dans|sur|pour|chez|et|с|со|в|во|на|о|об|по|для|и|-)(?!\p{L}))/u;

const ABOUT = /(?<!\p{L})(?:of|about|за|о|об|про) (?:the )?$/u;
const OF_FRENCH = /(?<!\p{L})(?:du|de) $/u;
const ON = /^(?:on|le|в) /u;
const TO =
  /^ ?(?:(?<= |^)(?:to|till?|until|through|au|à|jusqu'(?:à|au)|до|по)(?: the| le)? |[到至~] ?)$/u;
/** `1/2 day workshop`. */
const FRACTION = /^(?:1\/[2-5]|2\/[35]|3\/4)$/;

export type ChosenDays =
  { ok: true; days: readonly DayMatch[] } | { ok: false; problem: RequestProblem };

interface ClockPlace {
  match: Match;
  cluster: Cluster;
  clusters: readonly Cluster[];
}

/**
 * The day of a clock time. One that was written out is never passed over in silence, or the meeting would be
 * today: what is no day is asked about, and so is a day that may be part of the topic.
 */
export function chooseDays(
  { plain, original }: { plain: string; original: string },
  { match, cluster, clusters }: ClockPlace,
  today: Temporal.PlainDate,
): ChosenDays {
  const days = findDays(cluster, clusters);
  const isDated = days.some(({ value }) => value.day.date);
  const doubtful = [
    ...cluster.matches,
    ...clusters.flatMap(({ matches }) => (isDated ? [] : matches.filter(isLikely))),
  ];
  const broken = doubtful.find(isNoSuchDay);
  if (broken) return refuse(toProblem(original, broken));
  const vague = doubtful.find(isVague);
  if (vague) return refuse({ reason: "vague-day", day: textOf(original, vague) });
  const open = findOpenEnd(plain, match, cluster, clusters);
  if (open) return refuse({ reason: "no-clock-time", date: open.toString() });
  const told = days.find((day) => isDescribed(plain, day, today));
  if (told) return refuse(toStray(original, told, match));
  if (isDated) return { ok: true, days };

  const apart = clusters
    .filter((one) => one !== cluster)
    .flatMap((one) => one.matches.filter(isDay).map((day) => ({ day, cluster: one })))
    .filter(({ day }) => isToCome(day, today))
    .filter(({ day }) => day.value.day.isWritten === true || !isOfTopic(plain, day));
  const said = apart.find((place) => !isOfTopic(plain, place.day) && isMeant(plain, place));
  if (said) return { ok: true, days: [...days, said.day] };
  const stray = apart.find((place) => isStray(plain, place));
  if (!stray) return { ok: true, days };
  return refuse(toStray(original, stray.day, match));
}

function toStray(original: string, day: Match, time: Match): RequestProblem {
  return { reason: "stray-day", day: textOf(original, day), time: textOf(original, time) };
}

/** `Monday 3pm to Tuesday`: a day on which it ends, and no hour. */
function findOpenEnd(
  plain: string,
  match: Match,
  cluster: Cluster,
  clusters: readonly Cluster[],
): Temporal.PlainDate | undefined {
  const from = Math.max(match.end, cluster.matches.at(-1)?.end ?? 0);
  const next = clusters[clusters.indexOf(cluster) + 1]?.matches.find(isDay);
  return next && TO.test(plain.slice(from, next.start)) ? next.value.day.date : undefined;
}

/** `Report of 20 March at 3pm` may be about that day; `Réunion du 3 novembre` is, when it has been. */
function isDescribed(plain: string, { start, value: { day } }: DayMatch, today: Today): boolean {
  if (!day.isWritten || !day.date) return false;
  if (ABOUT.test(plain.slice(0, start))) return true;
  return (
    OF_FRENCH.test(plain.slice(0, start)) &&
    Temporal.PlainDate.compare(day.date, today.add({ months: 6 })) > 0
  );
}

/** A day that goes with the time though words of the topic are between them. */
function isMeant(plain: string, { day, cluster }: { day: DayMatch; cluster: Cluster }): boolean {
  const goesOn = GOES_ON.test(plain.slice(day.end));
  if (isLikely(day)) return goesOn;
  const isOn = day.value.day.isWritten === true && ON.test(plain.slice(day.start, day.end));
  return isOn && (goesOn || cluster.isAtStart || cluster.isAtEnd);
}

/** A weekday's name in the middle of a topic is its own (`Review Friday release`), and so is `9/11`. */
function isStray(plain: string, { day, cluster }: { day: DayMatch; cluster: Cluster }): boolean {
  const { isNaming = false, isWritten = false } = day.value.day;
  if (isLikely(day)) return !isNaming;
  if (!isWritten || FRACTION.test(plain.slice(day.start, day.end))) return false;
  return cluster.isAtStart || cluster.isAtEnd || GOES_ON.test(plain.slice(day.end));
}

function isToCome({ value: { day } }: DayMatch, today: Temporal.PlainDate): boolean {
  return day.date !== undefined && Temporal.PlainDate.compare(day.date, today) >= 0;
}

function isOfTopic(plain: string, { start }: Match): boolean {
  return OF_TOPIC.test(plain.slice(0, start));
}

function isLikely({ certainty }: Match): boolean {
  return certainty !== "doubtful";
}

/** The days beside the clock time; without any, one that stands by itself at an edge of the text. */
function findDays(own: Cluster, clusters: readonly Cluster[]): readonly DayMatch[] {
  const beside = own.matches.filter(isDay);
  if (beside.some(({ value }) => value.day.date)) return beside;
  const atEdges = clusters
    .filter((cluster) => cluster !== own && (cluster.isAtStart || cluster.isAtEnd))
    .flatMap(({ matches }) => (matches.some((one) => isDay(one) && isLikely(one)) ? matches : []))
    .filter(isDay);
  return [...beside, ...atEdges];
}

/**
 * A day for which no hour was given, where it cannot well be topic: `Monday planning` is one, `planning Monday`
 * is not, and neither is `planning for yesterday`.
 */
export function findDayAlone(plain: string, clusters: readonly Cluster[]): DayMatch[] {
  for (const { matches, isAtStart, isAtEnd } of clusters) {
    const day = matches.find(isDay);
    if (!day || !isLikely(day) || isOfTopic(plain, day)) continue;
    const { isNaming = false, isShort = false } = day.value.day;
    if (!isShort && (isAtEnd || (isAtStart && !isNaming))) return [day];
  }
  return [];
}

/** A date at the end that is none, for which no hour was given. */
export function findBrokenDate(
  original: string,
  clusters: readonly Cluster[],
): RequestProblem | undefined {
  const broken = clusters
    .filter(({ isAtEnd }) => isAtEnd)
    .flatMap(({ matches }) => matches.filter(isNoSuchDay))
    .find(isLikely);
  return broken && toProblem(original, broken);
}

/** Without the T of ISO 8601, which leads to the time. */
function toProblem(original: string, broken: Match): RequestProblem {
  return { reason: "no-such-day", day: textOf(original, broken).replace(/(?<=\d)t$/i, "") };
}

function refuse(problem: RequestProblem): { ok: false; problem: RequestProblem } {
  return { ok: false, problem };
}
