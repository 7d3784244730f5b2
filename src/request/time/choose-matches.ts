import type { Temporal } from "@js-temporal/polyfill";
import { isConnector } from "../connector";
import { refuse, type Refused } from "../request-problem";
import { chooseDays, refuseBrokenDate, refuseVagueDay } from "./choose-days";
import { findDayAlone } from "./find-day-alone";
import {
  isClock,
  isDay,
  isMatchOf,
  isUntil,
  textOf,
  type Cluster,
  type Match,
  type MatchOf,
} from "./match";
import type { TimeText } from "./time-text";

export type StartMatch = MatchOf<"clock" | "range" | "instant" | "relative" | "now">;

/** The matches that make up a request's time; all others belong to the subject. */
export interface Choice {
  start?: StartMatch;
  until?: MatchOf<"until">;
  length?: MatchOf<"length">;
  /** Separated from a start that has no zone. */
  zone?: MatchOf<"zone">;
  /** Without `start` and `until`: a day that has no time. */
  days: readonly MatchOf<"day">[];
}

const isLength = isMatchOf("length");
const isNow = isMatchOf("now");
const isZone = isMatchOf("zone");
const isStart = isMatchOf("clock", "range", "instant", "relative");

/**
 * Decides which matches are meant. Doubtful ones go to the subject: a wrong time is worse than an extra word there.
 * Refuses two answers to the same question, so that the sender can choose.
 */
export function chooseMatches(
  text: TimeText,
  matches: readonly Match[],
  today: Temporal.PlainDate,
): { ok: true; choice: Choice } | Refused {
  const { plain, original } = text;
  const clusters = toClusters(text, matches);
  const accepted = clusters.flatMap((cluster) =>
    cluster.matches.filter((match) => isAccepted(match, cluster)),
  );
  const starts = preferNextToDay(accepted.filter(isStart), clusters);
  const ambiguous = findNumberBefore(starts[0], clusters);
  if (ambiguous && starts[0]) return refuseTwo(original, "two-times", [ambiguous, starts[0]]);
  const untils = accepted.filter(isUntil);
  const twice = starts.length > 1 ? starts : untils;
  if (twice.length > 1) return refuseTwo(original, "two-times", twice);

  const lengths = accepted.filter(isLength);
  const surest = lengths.some(isSure) ? lengths.filter(isSure) : lengths;
  if (surest.length > 1) return refuseTwo(original, "two-lengths", surest);

  const [until] = untils;
  const [length] = surest;
  const start = starts[0] ?? findNowMatch(plain, clusters);
  if (start && length && isEither(text, start, length))
    return refuseTwo(original, "two-times", [start, length]);
  const cluster = clusters.find((own) => own.matches.some((match) => match === start));
  if (cluster && start && isClock(start)) {
    const chosen = chooseDays(text, start, cluster, clusters, today);
    if (!chosen.ok) return chosen;
    const zone = start.value.zone ? undefined : cluster.matches.find(isZone);
    return { ok: true, choice: { days: chosen.days, start, until, length, zone } };
  }
  if (start) return { ok: true, choice: { days: [], start, until, length } };
  if (until) return { ok: true, choice: { days: findDaysNextTo(until, clusters), until, length } };
  const days = findDayAlone(text, clusters, today);
  const refused = refuseBrokenDate(original, clusters) ?? refuseVagueDay(text, clusters);
  return refused ?? { ok: true, choice: { days, length } };
}

function findDaysNextTo(match: Match, clusters: readonly Cluster[]): Choice["days"] {
  const own = clusters.find(({ matches }) => matches.includes(match));
  return own?.matches.filter(isDay) ?? [];
}

/** Groups adjacent matches, which must be sorted and disjoint. */
export function toClusters(text: TimeText, matches: readonly Match[]): Cluster[] {
  const { plain } = text;
  const groups: Match[][] = [];
  for (const match of matches) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && isConnector(plain.slice(last.end, match.start))) group.push(match);
    else groups.push([match]);
  }
  return groups.map((group) => {
    const start = group[0]?.start ?? 0;
    return {
      matches: group,
      isAtStart: isConnector(plain.slice(0, start)),
      isAtEnd: isConnector(plain.slice(group.at(-1)?.end)),
      isOfSubject: isAfterDeadlineWord(text, start),
    };
  });
}

/** `by tomorrow 3pm` */
function isAfterDeadlineWord(text: TimeText, at: number): boolean {
  const start = text.before("deadline", at) ?? text.before("until", at);
  return start !== undefined && text.isLetter(start);
}

function isSure({ certainty }: Match): boolean {
  return certainty === "sure";
}

function isAccepted(match: Match, cluster: Cluster): boolean {
  const { matches, isAtStart, isAtEnd, isOfSubject } = cluster;
  if (isOfSubject && !isLength(match)) return false;
  if (!isStart(match) && !isUntil(match) && !isLength(match)) return false;
  if (match.certainty === "sure") return true;
  if (match.certainty === "doubtful") {
    return isUntil(match) ? matches.some(isClock) : isClock(match) && isNextToDay(match, matches);
  }
  if (match.certainty === "trailing") return isAtEnd || matches.some(isDay);
  if (isAtStart || isAtEnd) return true;
  return matches.some(
    (other) => other !== match && (isDay(other) || (isStart(other) && isSure(other))),
  );
}

/** `vers 5h ou 6h` isn't a meeting of six hours. */
function isEither(text: TimeText, first: Match, second: Match): boolean {
  const or = text.next("or", first.end);
  return or !== undefined && text.skipSpace(or.end) === second.start;
}

/** `vendredi 13 à 13h`, where no next Friday is the 13th. */
function findNumberBefore(
  start: Match | undefined,
  clusters: readonly Cluster[],
): Match | undefined {
  for (const { matches } of clusters) {
    const index = start ? matches.indexOf(start) : -1;
    const [day, number] = [matches[index - 2], matches[index - 1]];
    const isNumber = number?.certainty === "doubtful" && isClock(number) && !number.value.end;
    if (isNumber && day && isDay(day)) return number;
  }
  return undefined;
}

/** `tomorrow 9`, `明天三点`: a number right after a day is an hour. */
function isNextToDay(match: MatchOf<"clock">, matches: readonly Match[]): boolean {
  const index = matches.indexOf(match);
  const [before, after] = [matches[index - 1], matches[index + 1]];
  if (before && isCertainDay(before)) return true;
  return match.value.isBeforeDay === true && after !== undefined && isCertainDay(after);
}

/** `5` in `réunion 5 à 7` confirms nothing. */
function isCertainDay(match: Match): boolean {
  return isDay(match) && !match.value.day.isBareNumber;
}

function preferNextToDay<Start extends Match>(
  starts: readonly Start[],
  clusters: readonly Cluster[],
): readonly Start[] {
  const undoubted = starts.filter(({ certainty }) => certainty !== "doubtful");
  // In `demain midi à 12h30`, noon is a part of the day.
  const certain = undoubted.filter(({ certainty }) => certainty !== "trailing");
  const candidates = [certain, undoubted].find(({ length }) => length > 0) ?? starts;
  const nextToDay = candidates.filter((start) =>
    clusters.some(({ matches }) => matches.includes(start) && matches.some(isDay)),
  );
  return nextToDay.length > 0 ? nextToDay : candidates;
}

/** `now` alone, at the end, or next to a length. At the start of a subject it's a word of it (`Now What`). */
function findNowMatch(plain: string, clusters: readonly Cluster[]): MatchOf<"now"> | undefined {
  for (const { matches, isAtStart, isAtEnd } of clusters) {
    const now = matches.find(isNow);
    if (!now) continue;
    const hasEnd =
      (isAtStart || isAtEnd) && matches.some((match) => isLength(match) || isUntil(match));
    const isSetOff = now.certainty === "likely" || /^ ?[,:]/.test(plain.slice(now.end));
    if (isAtEnd || hasEnd || (isAtStart && isSetOff)) return now;
  }
  return undefined;
}

function refuseTwo(
  original: string,
  reason: "two-times" | "two-lengths",
  matches: readonly Match[],
): Refused {
  const [first = "", second = ""] = matches.map((match) => textOf(original, match));
  return refuse({ reason, first, second });
}
