import type { MeetingSeries, TimeRange } from "../../src/meetings/record/meeting-record";
import { listOccurrences, listRuleOccurrences } from "../../src/meetings/series/next-occurrence";
import { listSkippedRun } from "../../src/meetings/series/skipped-run";
import type { Recurrence } from "../../src/request/recurrence";
import type { RecurringTime } from "../cards/elements/recurring-time";
import type { MeetingTime } from "../cards/meeting/meeting-card-data";

/** When a series is next, as its card shows it. */
export function toRecurringTime(series: MeetingSeries, now: Date): RecurringTime {
  const { recurrence, startsAt, endsAt, pausedAt } = series;
  const [next] = listOccurrences(series, now, 1);
  const [byRule = { startsAt, endsAt }] = listRuleOccurrences(series, now, 1);
  return {
    kind: "recurring",
    recurrence,
    byRule: { startsAt: byRule.startsAt, endsAt: byRule.endsAt },
    ...(next && {
      startsAt: next.startsAt,
      endsAt: next.endsAt,
      ruleStartsAt: next.ruleStartsAt,
      isMoved: next.startsAt !== next.ruleStartsAt || toLengthMs(next) !== toLengthMs(series),
    }),
    isPaused: pausedAt !== undefined,
    skipped: pausedAt === undefined ? listSkippedRun(series, now) : [],
  };
}

/** The time that someone asked for. */
export function toAskedTime(
  time: Required<TimeRange>,
  recurrence: Recurrence | undefined,
): MeetingTime {
  return recurrence
    ? { kind: "recurring", recurrence, byRule: time, ...time }
    : { kind: "scheduled", ...time };
}

function toLengthMs({ startsAt, endsAt }: Required<TimeRange>): number {
  return Date.parse(endsAt) - Date.parse(startsAt);
}
