import type { LiveRecord, TimeRange } from "../../src/meetings/record/meeting-record";
import { listPlanned } from "../../src/meetings/series/next-occurrence";
import { moveAll, type MoveScope } from "../../src/meetings/series/series-change";
import { formatOccurrenceDay } from "../cards/elements/recurring-time";
import { messagesFor } from "../locales/messages";
import type { Viewer } from "../turn/viewer";

/** A button of the question what a new time is for. */
export interface Scope {
  title: string;
  change: MoveScope;
}

/**
 * What a new time of a series can be for: the next meeting only, all of them, or a single meeting instead of them if it's on another
 * day. `undefined` where that doesn't matter: the meeting doesn't repeat, or only its last time is left.
 */
export function listScopes(
  viewer: Viewer,
  { series }: Pick<LiveRecord, "series">,
  time: Required<TimeRange>,
  now: Date,
): Scope[] | undefined {
  const [next, another] = series ? listPlanned(series, now, 2) : [];
  if (!series || !next || !another) return undefined;
  const { ruleStartsAt } = next;
  const messages = messagesFor(viewer.locale);
  const { only, all, stop } = messages.series.buttons;
  const isPaused = series.pausedAt !== undefined;
  const day = formatOccurrenceDay(new Date(next.startsAt), viewer, messages, now);
  const one: Scope = { title: only({ day }), change: { kind: "move-one", ruleStartsAt } };
  const every: Scope = { title: all, change: { kind: "move-all", ruleStartsAt } };
  const isOtherDay = formatOccurrenceDay(new Date(time.startsAt), viewer, messages, now) !== day;
  const canMoveAll = moveAll(series, ruleStartsAt, time) !== undefined;
  return [
    ...(isPaused ? [] : [one]),
    ...(canMoveAll ? [every] : []),
    ...(isOtherDay ? [{ title: stop, change: { kind: "stop" } } as const] : []),
  ];
}
