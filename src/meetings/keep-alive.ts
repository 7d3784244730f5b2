import { singleFlight } from "../async/single-flight";
import { toAppError } from "../errors";
import { canActFor } from "./policy/acting";
import type { MeetingsDeps } from "./make-meeting";
import { patchMeeting } from "./patch-meeting";
import { toKeyText } from "./record/meeting-key";
import type { LiveRecord, Person, TimeRange } from "./record/meeting-record";
import { listPlanned } from "./series/next-occurrence";
import { withEnd } from "./time-range";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A link expires 60 days after the meeting's end or last change: https://learn.microsoft.com/graph/api/resources/onlinemeeting */
const KEEP_ALIVE_AFTER_MS = 7 * DAY_MS;
const RETRY_KEEP_ALIVE_AFTER_MS = 60 * MINUTE_MS;

export type KeepAlive = ReturnType<typeof createKeepAlive>;

/**
 * Gives Graph a new time for a meeting whose link would expire: now for a standing meeting that wasn't used for 7 days,
 * and the next occurrence for a series whose last one is over. That's one PATCH for each occurrence at most, and only if someone sees a
 * card after it; `createSeriesUpkeep` makes one a month if no one does. A single scheduled meeting keeps its time.
 *
 * With delegated permissions, this waits until the organizer sees the meeting. Graph's errors are logged, and a later call
 * tries again. Throws AppError only for the store.
 */
export function createKeepAlive(deps: MeetingsDeps) {
  const { now, log } = deps;
  const shareTouch = singleFlight(touch, toMeetingText);

  return async function keepAlive(record: LiveRecord, caller?: Person): Promise<void> {
    if (!canActFor(deps, record, caller)) return;
    if (toKeptAliveTime(record, now())) await shareTouch(record);
  };

  async function touch({ key, generation, organizer }: LiveRecord): Promise<void> {
    const startedAt = now();
    try {
      await patchMeeting(deps, {
        reference: { key, generation },
        caller: organizer,
        toChange(record) {
          const time = toKeptAliveTime(record, startedAt);
          return time && { time };
        },
      });
    } catch (error) {
      const { code, details } = toAppError(error);
      log.warn({ code, ...details }, "a meeting could not be kept alive");
      const retryAtMs = startedAt.getTime() - KEEP_ALIVE_AFTER_MS + RETRY_KEEP_ALIVE_AFTER_MS;
      const keptAliveAt = new Date(retryAtMs).toISOString();
      await deps.leases.updateRecord(key, (record) =>
        record.state === "live" && record.generation === generation
          ? { ...record, keptAliveAt }
          : undefined,
      );
    }
  }
}

/** The time to give Graph, if it's due. */
function toKeptAliveTime(record: LiveRecord, now: Date): Required<TimeRange> | undefined {
  const { isTimeGiven, meeting, keptAliveAt, series } = record;
  const { startsAt, endsAt } = meeting;
  if (!startsAt || !endsAt || Date.parse(endsAt) >= now.getTime()) return undefined;
  const isOld = (at: string) => now.getTime() - Date.parse(at) > KEEP_ALIVE_AFTER_MS;
  if (!series) {
    return isTimeGiven || !isOld(keptAliveAt ?? startsAt)
      ? undefined
      : withEnd({ startsAt: now.toISOString() });
  }
  // A pause has no next time that anyone waits for.
  if (series.pausedAt !== undefined && !isOld(endsAt)) return undefined;
  if (keptAliveAt !== undefined && !isOld(keptAliveAt)) return undefined;
  const [next] = listPlanned(series, now, 1);
  return next && { startsAt: next.startsAt, endsAt: next.endsAt };
}

/** Equal for the same meeting. */
export function toMeetingText({ key, generation }: LiveRecord): string {
  return `${toKeyText(key)}#${generation}`;
}
