import { toCurrentLink } from "../live/current-link";
import { currentSession, isScheduled, toClaimEndMs } from "../live/live-status";
import type { JoinableRecord } from "../record/attached-record";
import type { CallWatch } from "../record/call-watch";
import { findOccurrence } from "../series/next-occurrence";
import { withEnd } from "../time-range";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** People come early. */
const BEFORE_START_MS = 10 * MINUTE_MS;
/** A meeting can start late, or once more. */
const AFTER_END_MS = HOUR_MS;
/** People who look at a standing meeting's card may be about to join. */
const STANDING_MS = 2 * HOUR_MS;
const EXTEND_BEFORE_MS = HOUR_MS;
/** A call that ended may go on after a break. */
const AFTER_CALL_MS = 15 * MINUTE_MS;

/**
 * When calls of a meeting that someone looks at are to be watched: around its time; for a standing meeting, from now on.
 * `undefined` for one that is over, paused, or watched already.
 */
export function toNewWatch(record: JoinableRecord, now: Date): CallWatch | undefined {
  const joinWebUrl = toCurrentLink(record);
  const watch = currentWatch(record);
  const nowMs = now.getTime();
  if (!isScheduled(record)) {
    const isWatched = watch && Date.parse(watch.until) - nowMs >= EXTEND_BEFORE_MS;
    const until = toIso(nowMs + STANDING_MS);
    return isWatched
      ? undefined
      : { joinWebUrl, from: toIso(nowMs), until, subscription: watch?.subscription };
  }
  const occurrence = findOccurrence(record, now);
  if (!occurrence) return undefined;
  const startMs = Date.parse(occurrence.startsAt);
  const endMs = Date.parse(withEnd(occurrence).endsAt);
  const from = toIso(startMs - BEFORE_START_MS);
  const until = toIso(endMs + AFTER_END_MS);
  if (watch?.from === from && watch.until === until) return undefined;
  return { joinWebUrl, from, until, subscription: watch?.subscription };
}

/** The watch of the meeting's current link. */
export function currentWatch(record: JoinableRecord): CallWatch | undefined {
  const { callWatch } = record;
  return callWatch?.joinWebUrl === toCurrentLink(record) ? callWatch : undefined;
}

/** Until when Graph is to tell of calls: a call that is going on is watched to its end. */
export function toWatchEndMs(record: JoinableRecord, watch: CallWatch, now: Date): number {
  const untilMs = Date.parse(watch.until);
  const session = currentSession(record);
  if (!session) return untilMs;
  const { startedAt, endedAt } = session;
  if (endedAt === undefined) {
    const claimEndMs = toClaimEndMs(record, session);
    return now.getTime() < claimEndMs ? Math.max(untilMs, claimEndMs) : untilMs;
  }
  const afterCallMs = Date.parse(endedAt) + AFTER_CALL_MS;
  if (isScheduled(record)) return Math.max(untilMs, afterCallMs);
  // A call that began before people looked at the card says nothing about the next one.
  return Date.parse(startedAt) >= Date.parse(watch.from) ? afterCallMs : untilMs;
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
