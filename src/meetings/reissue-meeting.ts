import { AppError } from "../errors";
import { assertSignedIn, mayActFor } from "./policy/acting";
import { tryUntilFree } from "./record/meeting-lease";
import { toHostRejection } from "./policy/organizer";
import {
  makeNextGeneration,
  type MeetingPlan,
  type MeetingsDeps,
  type MeetResult,
} from "./make-meeting";
import { findByReference, type NoMeeting, type Superseded } from "./find-meeting";
import { mergeAttendees, mergePeople } from "./meeting-plan";
import { isSamePerson, type Attendee } from "./ports/online-meeting";
import type { Person } from "./record/meeting-record";
import type { MeetingReference } from "./tokens/meeting-token";

export interface ReissueRequest {
  /** The meeting that the caller saw. A later one isn't replaced. */
  reference: MeetingReference;
  caller?: Person | undefined;
  channelThreadId?: string;
  /** Overrides what the new meeting takes over from this one. People are added. */
  plan: Partial<MeetingPlan>;
  /** People it doesn't take over. */
  removed?: readonly Attendee[] | undefined;
}

type ReissueResult = ({ ok: true } & MeetResult) | NoMeeting | Superseded;

/**
 * Gives a conversation a new meeting with a new link. The old meeting stays at Graph, so that people in
 * it aren't disconnected. The organizer stays; with delegated permissions, the caller becomes the organizer.
 *
 * Throws an `AppError` when Graph or the store fails. The meeting is unchanged then.
 */
export function reissueMeeting(
  deps: MeetingsDeps,
  { reference, caller, channelThreadId, plan, removed = [] }: ReissueRequest,
): Promise<ReissueResult> {
  return tryUntilFree(deps.now, async () => {
    const found = await findByReference(deps, reference);
    if (!found.ok) return found;
    const { stored } = found;
    const organizer = mayActFor(deps, stored.record, caller) ? stored.record.organizer : caller;
    if (!organizer) throw new AppError("only_host");
    assertSignedIn(deps, reference.key.tenantId, organizer);
    if (await deps.leases.waitForOther(stored)) return undefined;
    const step = await makeNextGeneration(deps, stored, {
      organizer,
      channelThreadId,
      toPlan: (known) => ({
        subject: plan.subject ?? known.subject,
        time: plan.time ?? known.time,
        // A new time is that of one meeting, unless it comes with a series.
        series: plan.series ?? (plan.time ? undefined : known.series),
        attendees: mergeAttendees(
          known.attendees?.filter((one) => !removed.some((other) => isSamePerson(one, other))),
          plan.attendees,
        ),
        people: mergePeople(known.people, plan.people),
      }),
      linkChange: "requested",
    });
    if (step.kind === "rejected") throw toHostRejection(deps, step.error);
    return step.kind === "live" ? { ok: true, ...step.result } : undefined;
  });
}
