import type { Temporal } from "@js-temporal/polyfill";
import type { RequestProblem } from "../request-problem";
import { chooseDays, findBrokenDate, findDayAlone } from "./choose-days";
import { toClusters, type Cluster } from "./cluster";
import { isMatchOf, textOf, type Match, type MatchOf } from "./match";

export type StartMatch = MatchOf<"clock" | "range" | "instant" | "relative" | "now">;

/** The matches that are a request's time; all others are topic. */
export interface Choice {
  start?: StartMatch;
  until?: MatchOf<"until">;
  length?: MatchOf<"length">;
  /** Said apart from the start, which has none of its own. */
  zone?: MatchOf<"zone">;
  /** Without `start` and `until`: a day for which no hour was given. */
  days: readonly MatchOf<"day">[];
}

export type Chosen = { ok: true; choice: Choice } | { ok: false; problem: RequestProblem };

const isClock = isMatchOf("clock");
const isDay = isMatchOf("day");
const isLength = isMatchOf("length");
const isUntil = isMatchOf("until");
const isNow = isMatchOf("now");
const isZone = isMatchOf("zone");

function isStart(match: Match): match is Exclude<StartMatch, MatchOf<"now">> {
  const { kind } = match.value;
  return kind === "clock" || kind === "range" || kind === "instant" || kind === "relative";
}

/**
 * Says which matches are meant. When in doubt a match is topic, since a wrong time is worse than a topic with a
 * word too many; two answers to one question are asked about.
 */
export function chooseMatches(
  { plain, original }: { plain: string; original: string },
  matches: readonly Match[],
  today: Temporal.PlainDate,
): Chosen {
  const clusters = toClusters(plain, matches);
  const accepted = clusters.flatMap((cluster) =>
    cluster.matches
      .filter((match) => isAccepted(match, cluster))
      .map((match) => ({ match, cluster })),
  );
  const starts = preferBesideDay(accepted.filter(({ match }) => isStart(match)));
  const untils = accepted.map(({ match }) => match).filter(isUntil);
  const [first, second] = starts.length > 1 ? starts.map(({ match }) => match) : untils;
  if (first && second) return refuse(original, "two-times", first, second);

  const lengths = accepted.map(({ match }) => match).filter(isLength);
  const surest = lengths.some(isSure) ? lengths.filter(isSure) : lengths;
  const [length, otherLength] = surest;
  if (length && otherLength) return refuse(original, "two-lengths", length, otherLength);

  const start = starts.map(({ match }) => match).find(isStart) ?? findNowMatch(plain, clusters);
  const until = untils[0];
  const place = starts.find(({ match }) => match === start);
  if (place && isClock(place.match)) {
    const chosen = chooseDays({ plain, original }, { ...place, clusters }, today);
    if (!chosen.ok) return chosen;
    const { days } = chosen;
    const zone = place.match.value.zone ? undefined : place.cluster.matches.find(isZone);
    return { ok: true, choice: toChoice({ days, start: place.match, until, length, zone }) };
  }
  if (start || until) return { ok: true, choice: toChoice({ days: [], start, until, length }) };
  const broken = findBrokenDate(original, clusters);
  if (broken) return { ok: false, problem: broken };
  return { ok: true, choice: toChoice({ days: findDayAlone(plain, clusters), length }) };
}

type Gaps<T> = { [Key in keyof T]: T[Key] | undefined };

function toChoice({
  days,
  start,
  until,
  length,
  zone,
}: Pick<Choice, "days"> & Partial<Gaps<Omit<Choice, "days">>>): Choice {
  return {
    days,
    ...(start && { start }),
    ...(until && { until }),
    ...(length && { length }),
    ...(zone && { zone }),
  };
}

interface Place {
  match: Match;
  cluster: Cluster;
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
    return isUntil(match) ? matches.some(isClock) : isClock(match) && isBesideDay(match, matches);
  }
  if (match.certainty === "trailing") return isAtEnd || matches.some(isDay);
  if (isAtStart || isAtEnd) return true;
  return matches.some(
    (other) => other !== match && (isDay(other) || (isStart(other) && isSure(other))),
  );
}

/** `tomorrow 9`, `明天三点`: what might be any number is an hour right behind a day. */
function isBesideDay(match: MatchOf<"clock">, matches: readonly Match[]): boolean {
  const index = matches.indexOf(match);
  const [before, after] = [matches[index - 1], matches[index + 1]];
  if (before && isDay(before)) return true;
  return match.value.isBeforeDay === true && after !== undefined && isDay(after);
}

function preferBesideDay(places: readonly Place[]): readonly Place[] {
  const sure = places.filter(({ match }) => match.certainty !== "doubtful");
  if (sure.length > 0 && sure.length < places.length) return preferBesideDay(sure);
  if (places.length < 2) return places;
  const beside = places.filter(({ cluster }) => cluster.matches.some(isDay));
  return beside.length > 0 ? beside : places;
}

/** `now` alone, at the end, or beside a length; at the beginning of a topic it is a word of it (`Now What`). */
function findNowMatch(plain: string, clusters: readonly Cluster[]): MatchOf<"now"> | undefined {
  for (const { matches, isAtStart, isAtEnd } of clusters) {
    const now = matches.find(isNow);
    if (!now) continue;
    const isBeside = (isAtStart || isAtEnd) && matches.some((one) => isLength(one) || isUntil(one));
    const isSetOff = now.certainty === "likely" || /^ ?[,:]/.test(plain.slice(now.end));
    if (isAtEnd || isBeside || (isAtStart && isSetOff)) return now;
  }
  return undefined;
}

function refuse(
  original: string,
  reason: "two-times" | "two-lengths",
  first: Match,
  second: Match,
): Chosen {
  return {
    ok: false,
    problem: { reason, first: textOf(original, first), second: textOf(original, second) },
  };
}
