import { singleFlight } from "../async/single-flight";
import { toAppError } from "../errors";
import { canActFor } from "./policy/acting";
import type { MeetingsDeps } from "./make-meeting";
import type { LiveRecord, Person } from "./record/meeting-record";
import type { Attendee } from "./ports/online-meeting";
import { toMeetingText, type KeepAlive } from "./keep-alive";
import { patchMeeting } from "./patch-meeting";

export interface MaintenanceResult {
  record: LiveRecord;
  /** People that Graph rejected as co-organizers. */
  refusedCoOrganizers: readonly Attendee[];
}

/**
 * Maintains a meeting after it was shown. Keeps its link alive. Sets co-organizers, which createOrGet doesn't take;
 * automatic refreshes don't, because every client would call a failing Graph. With delegated permissions, all of this
 * waits until the organizer sees the meeting.
 *
 * @returns `undefined` when nothing changed that people would see
 * @throws AppError only for the store; Graph's errors are logged, and a later call tries again
 */
export function createMaintainMeeting(
  deps: MeetingsDeps,
  keepAlive: KeepAlive,
): (
  record: LiveRecord,
  /** `isRequested` is false when a client only refreshed a card. */
  shown: { isRequested: boolean; caller?: Person | undefined },
) => Promise<MaintenanceResult | undefined> {
  const { log } = deps;
  const shareSetting = singleFlight(setCoOrganizers, toMeetingText);

  return async function maintainMeeting(record, { isRequested, caller }) {
    if (!canActFor(deps, record, caller)) return undefined;
    await keepAlive(record, caller);
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
}
