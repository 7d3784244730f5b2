import type { MeetingSeries } from "../record/meeting-record";
import { listRuleOccurrences, toLengthMs } from "./next-occurrence";

/** The next occurrences that are left out one after the other, by the start that the rule gives them. Often there's none. */
export function listSkippedRun(series: MeetingSeries, now: Date): readonly string[] {
  const lengthMs = toLengthMs(series);
  const ahead = (series.skipped ?? []).filter((at) => Date.parse(at) + lengthMs > now.getTime());
  const [first] = ahead.toSorted();
  if (first === undefined) return [];
  const everyTime = { ...series, skipped: undefined };
  const starts = listRuleOccurrences(everyTime, new Date(first), ahead.length + 1).map(
    ({ ruleStartsAt }) => ruleStartsAt,
  );
  const end = starts.findIndex((at) => !ahead.includes(at));
  return end < 0 ? starts : starts.slice(0, end);
}
