import { Temporal } from "@js-temporal/polyfill";
import type { Recurrence } from "../../request/recurrence";
import type { MeetingSeries } from "../record/meeting-record";
import { listRuleOccurrences, toLengthMs, type Occurrence } from "./next-occurrence";
import { isInStep, withoutPast } from "./series-change";

/** The rule and the next time that it gives, for a meeting that is created again. `undefined` if nothing is left. */
export function toRestartedSeries(
  series: MeetingSeries,
  now: Date,
): { recurrence: Recurrence; time: Occurrence } | undefined {
  const [time] = listRuleOccurrences(series, now, 1);
  if (!time) return undefined;
  const { recurrence } = series;
  const from = Temporal.Instant.from(time.startsAt).toZonedDateTimeISO(recurrence.timeZone);
  return { recurrence: withoutPast(recurrence, series, from.toPlainDate()), time };
}

/** The series with what was skipped and moved in an earlier one with the same rule, if that's still ahead. */
export function withExceptions(
  series: MeetingSeries,
  earlier: MeetingSeries,
  now: Date,
): MeetingSeries {
  if (!isInStep(earlier, series)) return series;
  const lengthMs = toLengthMs(earlier);
  const isAhead = (startsAt: string, endsAt?: string) =>
    (endsAt === undefined ? Date.parse(startsAt) + lengthMs : Date.parse(endsAt)) > now.getTime();
  const skipped = earlier.skipped?.filter((at) => isAhead(at)) ?? [];
  const moved = Object.entries(earlier.moved ?? {}).filter(([, { startsAt, endsAt }]) =>
    isAhead(startsAt, endsAt),
  );
  return {
    ...series,
    ...(skipped.length > 0 && { skipped }),
    ...(moved.length > 0 && { moved: Object.fromEntries(moved) }),
  };
}
