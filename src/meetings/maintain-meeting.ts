import { singleFlight } from "../async/single-flight";
import { toAppError } from "../errors";
import { canActFor } from "./policy/acting";
import type { MeetingsDeps } from "./make-meeting";
import { toKeyText } from "./record/meeting-key";
import type { LiveRecord, Person } from "./record/meeting-record";
import type { Attendee } from "./ports/online-meeting";
import { patchMeeting } from "./patch-meeting";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A link expires 60 days after the meeting's end or last change: https://learn.microsoft.com/graph/api/resources/onlinemeeting */
const KEEP_ALIVE_AFTER_MS = 7 * DAY_MS;
const RETRY_KEEP_ALIVE_AFTER_MS = 60 * MINUTE_MS;
/** Graph's default length. */
const STANDING_LENGTH_MS = 60 * MINUTE_MS;

export interface MaintenanceResult {
  record: LiveRecord;
  /** People that Graph rejected as co-organizers. */
  refusedCoOrganizers: readonly Attendee[];
}

/**
 * Maintains a meeting after it was shown. Moves a standing meeting's time to now, so that its link outlives
 * Graph's 60 days. Sets co-organizers, which createOrGet doesn't take; automatic refreshes don't, because every
 * client would call a failing Graph. With delegated permissions, all of this waits until the organizer sees the
 * meeting.
 *
 * @returns `undefined` when nothing changed that people would see
 * @throws AppError only for the store; Graph's errors are logged, and a later call tries again
 */
export function createMaintainMeeting(deps: MeetingsDeps): (
  record: LiveRecord,
  /** `isRequested` is false when a client only refreshed a card. */
  shown: { isRequested: boolean; caller?: Person | undefined },
) => Promise<MaintenanceResult | undefined> {
  const { now, log } = deps;
  const shareSetting = singleFlight(setCoOrganizers, toMeetingText);
  const shareKeepingAlive = singleFlight(keepAlive, toMeetingText);

  return async function maintainMeeting(record, { isRequested, caller }) {
    if (!canActFor(deps, record, caller)) return undefined;
    if (isKeepAliveDue(record, now())) await shareKeepingAlive(record);
    return record.coOrganizersDue && isRequested ? shareSetting(record) : undefined;
  };

  async function setCoOrganizers({
    key,
    generation,
    organizer,
  }: LiveRecord): Promise<MaintenanceResult | undefined> {
    try {
      const patched = await patchMeeting(deps, {
        reference: { key, generation },
        caller: organizer,
        // Another request may have done it a moment ago.
        toChange: ({ coOrganizersDue }) => coOrganizersDue && { attendees: coOrganizersDue },
      });
      return patched.ok && patched.refusedCoOrganizers.length > 0 ? patched : undefined;
    } catch (error) {
      const { code, details } = toAppError(error);
      log.warn({ code, ...details }, "co-organizers could not be set");
      return undefined;
    }
  }

  async function keepAlive({ key, generation, organizer }: LiveRecord): Promise<void> {
    const startedAt = now();
    try {
      await patchMeeting(deps, {
        reference: { key, generation },
        caller: organizer,
        toChange: (record) =>
          isKeepAliveDue(record, startedAt) ? { time: toStandingTime(startedAt) } : undefined,
      });
    } catch (error) {
      const { code, details } = toAppError(error);
      log.warn({ code, ...details }, "a standing meeting could not be kept alive");
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

function toStandingTime(now: Date) {
  return {
    startsAt: now.toISOString(),
    endsAt: new Date(now.getTime() + STANDING_LENGTH_MS).toISOString(),
  };
}

function isKeepAliveDue({ isTimeGiven, meeting, keptAliveAt }: LiveRecord, now: Date): boolean {
  const { startsAt, endsAt } = meeting;
  if (isTimeGiven || !startsAt || !endsAt) return false;
  const nowMs = now.getTime();
  const touchedMs = Date.parse(keptAliveAt ?? startsAt);
  return Date.parse(endsAt) < nowMs && nowMs - touchedMs > KEEP_ALIVE_AFTER_MS;
}

function toMeetingText({ key, generation }: LiveRecord): string {
  return `${toKeyText(key)}#${generation}`;
}
