import type { Temporal } from "@js-temporal/polyfill";
import { refuse, type Refused } from "../request-problem";
import { chooseDays, findBrokenDate, findDayAlone } from "./choose-days";
import { toClusters, type Cluster } from "./cluster";
import { isClock, isDay, isMatchOf, isUntil, textOf, type Match, type MatchOf } from "./match";

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

function isStart(match: Match): match is Exclude<StartMatch, MatchOf<"now">> {
  const { kind } = match.value;
  return kind === "clock" || kind === "range" || kind === "instant" || kind === "relative";
}

/**
 * Decides which matches are meant. Doubtful ones go to the subject: a wrong time is worse than an extra word there.
 * Refuses two answers to the same question, so that the sender can choose.
 */
export function chooseMatches(
  { plain, original }: { plain: string; original: string },
  matches: readonly Match[],
  today: Temporal.PlainDate,
): { ok: true; choice: Choice } | Refused {
  const clusters = toClusters(plain, matches);
  const accepted = clusters.flatMap((cluster) =>
    cluster.matches
      .filter((match) => isAccepted(match, cluster))
      .map((match) => ({ match, cluster })),
  );
  const starts = preferNextToDay(accepted.filter(({ match }) => isStart(match)));
  const untils = accepted.map(({ match }) => match).filter(isUntil);
  const twice = starts.length > 1 ? starts.map(({ match }) => match) : untils;
  if (twice.length > 1) return refuseTwo(original, "two-times", twice);

  const lengths = accepted.map(({ match }) => match).filter(isLength);
  const surest = lengths.some(isSure) ? lengths.filter(isSure) : lengths;
  if (surest.length > 1) return refuseTwo(original, "two-lengths", surest);

  const [until] = untils;
  const [length] = surest;
  const [chosen] = starts;
  if (chosen && isClock(chosen.match)) {
    const { match: start, cluster } = chosen;
    const chosenDays = chooseDays({ plain, original }, { ...chosen, clusters }, today);
    if (!chosenDays.ok) return chosenDays;
    const { days } = chosenDays;
    const zone = start.value.zone ? undefined : cluster.matches.find(isZone);
    return { ok: true, choice: { days, start, until, length, zone } };
  }
  const start = starts.map(({ match }) => match).find(isStart) ?? findNowMatch(plain, clusters);
  if (start || until) return { ok: true, choice: { days: [], start, until, length } };
  const broken = findBrokenDate(original, clusters);
  if (broken) return refuse(broken);
  return { ok: true, choice: { days: findDayAlone(plain, clusters), length } };
}

interface PlacedMatch {
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
    return isUntil(match) ? matches.some(isClock) : isClock(match) && isNextToDay(match, matches);
  }
  if (match.certainty === "trailing") return isAtEnd || matches.some(isDay);
  if (isAtStart || isAtEnd) return true;
  return matches.some(
    (other) => other !== match && (isDay(other) || (isStart(other) && isSure(other))),
  );
}

/** `tomorrow 9`, `明天三点`: a number right after a day is an hour. */
function isNextToDay(match: MatchOf<"clock">, matches: readonly Match[]): boolean {
  const index = matches.indexOf(match);
  const [before, after] = [matches[index - 1], matches[index + 1]];
  if (before && isDay(before)) return true;
  return match.value.isBeforeDay === true && after !== undefined && isDay(after);
}

function preferNextToDay(starts: readonly PlacedMatch[]): readonly PlacedMatch[] {
  const undoubted = starts.filter(({ match }) => match.certainty !== "doubtful");
  if (undoubted.length > 0 && undoubted.length < starts.length) return preferNextToDay(undoubted);
  if (starts.length < 2) return starts;
  const nextToDay = starts.filter(({ cluster }) => cluster.matches.some(isDay));
  return nextToDay.length > 0 ? nextToDay : starts;
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
