import { Temporal } from "@js-temporal/polyfill";
import { isConnector } from "../../connector";
import { byStart, CONSUMED, maskSpans } from "../../masked-text";
import type { RequestedTime } from "../../meeting-request";
import type { Recurrence } from "../../recurrence";
import { refuse } from "../../request-problem";
import type { Choice } from "../choose-matches";
import { isDay, isMatchOf, type Match, type MatchOf } from "../match";
import { resolveTime, type ResolvedTime } from "../resolve-time";
import type { TimeText } from "../time-text";
import { readWallClock, toWallText, type WallClock } from "../wall-time";
import { readZone } from "../zone-names";
import type { RepeatEnd } from "./find-repeat-bounds";
import { completeRule } from "./repeat-rule";

type Bound = MatchOf<"repeat-start" | "repeat-end">;
const isRepeatStart = isMatchOf("repeat-start");
const isRepeatEnd = isMatchOf("repeat-end");

/** The first and the last day of the chosen series. A doubtful one is a bound only next to the rule or the time. */
export function findBounds(
  { plain }: TimeText,
  { start, days }: Choice,
  matches: readonly Match[],
): readonly Bound[] {
  if (!days.some(({ value }) => value.day.repeat)) return [];
  const bounds = matches.filter(isMatchOf("repeat-start", "repeat-end"));
  const said = start ? [...days, start] : days;
  const rest = maskSpans(plain, [...bounds, ...said].toSorted(byStart), CONSUMED);
  const isNextTo = (one: Match, other: Match) =>
    isConnector(rest.slice(Math.min(one.end, other.end), Math.max(one.start, other.start)));
  return bounds.filter(
    (bound) => bound.certainty === "sure" || said.some((other) => isNextTo(bound, other)),
  );
}

/** Like `resolveTime`, with the recurrence that the time is the first one of. */
export function resolveRepeated(
  choice: Choice,
  bounds: readonly Bound[],
  wallClock: WallClock,
): ResolvedTime & { recurrence?: Recurrence | undefined } {
  const starts = bounds.filter(isRepeatStart).map(toDayMatch);
  const resolved = resolveTime({ ...choice, days: [...choice.days, ...starts] }, wallClock);
  const { start, zone, days } = choice;
  const matches = [start, zone, ...days, ...bounds].filter((match) => match !== undefined);
  const recurrence = toRecurrence(matches, resolved.time, wallClock);
  return (resolved.ok && refuseOver(recurrence, resolved.time)) || { ...resolved, recurrence };
}

function toDayMatch({
  start,
  end,
  certainty,
  value: { day },
}: MatchOf<"repeat-start">): MatchOf<"day"> {
  return { start, end, certainty, value: { kind: "day", day } };
}

/** The recurrence in matches. Its first day is that of the time, or the first one that the rule has. */
export function toRecurrence(
  matches: readonly Match[],
  time: RequestedTime | undefined,
  own: WallClock,
): Recurrence | undefined {
  const day = matches.filter(isDay).find(({ value }) => value.day.repeat)?.value.day;
  if (!day?.repeat || !day.date) return undefined;
  const timeZone = findZone(matches, own);
  const ends = matches.find(isRepeatEnd)?.value.ends;
  if (!time || time.kind === "length") {
    return { ...day.repeat, ...toEnd(ends, day.date), timeZone };
  }
  const start = Temporal.Instant.from(time.startsAt).toZonedDateTimeISO(timeZone).toPlainDate();
  return { ...completeRule(day.repeat, start), ...toEnd(ends, start), timeZone };
}

function findZone(matches: readonly Match[], own: WallClock): string {
  const typed = matches
    .map(({ value }) => ("zone" in value ? value.zone : undefined))
    .find((zone) => zone !== undefined);
  return (typed === undefined ? undefined : readZone(typed, own.zone)) ?? own.zone;
}

function toEnd(
  ends: RepeatEnd | undefined,
  first: Temporal.PlainDate,
): Pick<Recurrence, "until" | "count"> {
  if (!ends || "isEndless" in ends) return {};
  if ("count" in ends) return { count: ends.count };
  // Six weeks from a Monday end on a Sunday.
  const until = "until" in ends ? ends.until : first.add(ends.lasting).subtract({ days: 1 });
  return { until: until.toString() };
}

/** A series that ends before its first time. */
function refuseOver(recurrence: Recurrence | undefined, time: RequestedTime | undefined) {
  if (recurrence?.until === undefined || !time || time.kind === "length") return undefined;
  const { until, timeZone } = recurrence;
  const at = toWallText(readWallClock(new Date(time.startsAt), timeZone).now);
  if (at.slice(0, until.length) <= until) return undefined;
  return refuse({ reason: "end-before-start", at, endsAt: `${until}T23:59` });
}
