import { createCache } from "async-cache-dedupe";
import { toAppError } from "../errors";
import { canActFor } from "./policy/acting";
import type { MeetingsDeps } from "./make-meeting";
import { toKeyText } from "./record/meeting-key";
import type { LiveRecord, Person } from "./record/meeting-record";
import type { Attendee } from "./ports/online-meeting";
import type { PatchMeeting } from "./patch-meeting";
import type { UpdateRecord } from "./record/update-record";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A link dies 60 days after the meeting's end or last change: https://learn.microsoft.com/graph/api/resources/onlinemeeting */
const KEEP_ALIVE_AFTER_MS = 7 * DAY_MS;
const RETRY_KEEP_ALIVE_AFTER_MS = 60 * MINUTE_MS;
/** As long as Graph makes a meeting of which it is told nothing. */
const STANDING_LENGTH_MS = 60 * MINUTE_MS;

/** What was found out while a meeting was tended, and is worth showing. */
export interface MaintenanceResult {
  record: LiveRecord;
  /** Whom Graph would not make co-organizers. */
  refusedCoOrganizers: readonly Attendee[];
}

export type MaintainMeeting = (
  record: LiveRecord,
  /** Whether somebody asked for the meeting, and did not merely look at it. */
  shown: { isAsked: boolean; caller?: Person | undefined },
) => Promise<MaintenanceResult | undefined>;

/**
 * What a meeting needs after it was shown, off the way of the answer: for a standing one a life beyond Graph's
 * 60 days, whose time is moved to now; a scheduled one's never is. And co-organizers, whom createOrGet does not
 * take; clients that refresh by themselves do not bring that about, or a Graph in trouble would be asked by all.
 * Where nobody can act for another, it waits until the organizer is shown it.
 *
 * @returns `undefined` when nothing was to be done, or nothing that anybody would see
 * @throws AppError only of the store; what Graph refuses is logged, and tried again another time
 */
export function createMaintainMeeting(
  deps: Pick<MeetingsDeps, "now" | "log" | "acting">,
  patchMeeting: PatchMeeting,
  updateRecord: UpdateRecord,
): MaintainMeeting {
  const { now, log } = deps;
  const shared = createCache({ ttl: 0 })
    .define("setCoOrganizers", { serialize: toMeetingText }, setCoOrganizers)
    .define("keepAlive", { serialize: toMeetingText }, keepAlive);

  return async function tendMeeting(record, { isAsked, caller }) {
    if (!canActFor(deps, record, caller)) return undefined;
    if (isKeepAliveDue(record, now())) await shared.keepAlive(record);
    return record.coOrganizersDue && isAsked ? shared.setCoOrganizers(record) : undefined;
  };

  async function setCoOrganizers({
    key,
    generation,
    organizer,
  }: LiveRecord): Promise<MaintenanceResult | undefined> {
    try {
      const patched = await patchMeeting({
        reference: { key, generation },
        caller: organizer,
        // Whoever was shown the meeting a moment before may have seen to it.
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
      await patchMeeting({
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
      await updateRecord(key, (record) =>
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
