import { AppError } from "../errors";
import { assertSignedIn, mayActFor } from "./policy/acting";
import { tryUntilFree } from "./record/meeting-lease";
import { toHostRejection } from "./policy/organizer";
import type { MeetingPlan, MeetingsDeps, MeetResult } from "./make-meeting";
import { findByReference, type NoMeeting, type Superseded } from "./find-meeting";
import type { MeetingParts } from "./meet";
import { mergeAttendees, mergePeople, toNextPlan } from "./meeting-plan";
import type { LiveRecord, Person } from "./record/meeting-record";
import type { MeetingReference } from "./tokens/meeting-token";

export interface ReissueRequest {
  /** The meeting that was seen: a later one of the conversation is not replaced. */
  reference: MeetingReference;
  caller?: Person | undefined;
  channelThreadId?: string;
  /** What the next meeting does not take over from this one; people are added. */
  plan: Partial<MeetingPlan>;
}

export type ReissueMeeting = (request: ReissueRequest) => Promise<ReissueResult>;

export type ReissueResult = ({ ok: true } & MeetResult) | NoMeeting | Superseded;

/**
 * Gives a conversation another meeting with another link. The old one stays at Graph, so that nobody who is in
 * it is thrown out, and is the conversation's no longer. The organizer stays; or becomes the caller, where nobody can
 * act for another.
 *
 * Throws an `AppError` for whatever Graph or the store refuses; the meeting is the same as before then.
 */
export function createReissueMeeting(
  deps: MeetingsDeps,
  { leases, makeMeeting }: MeetingParts,
): ReissueMeeting {
  const { now } = deps;
  return (request) => tryUntilFree(now, () => attempt(request));

  /** `undefined` when somebody else is at it: look again then. */
  async function attempt({
    reference,
    caller,
    channelThreadId,
    plan,
  }: ReissueRequest): Promise<ReissueResult | undefined> {
    const found = await findByReference(deps, reference);
    if (!found.ok) return found;
    const { stored } = found;
    const organizer = toNextOrganizer(stored.record, caller);
    if (await leases.waitForOther(stored)) return undefined;
    const { requestedBy, generation, teamId } = stored.record;
    const known = toNextPlan(stored.record, now());
    const step = await makeMeeting({
      stored,
      organizer,
      requestedBy,
      generation: generation + 1,
      channelThreadId,
      teamId,
      plan: {
        ...known,
        ...plan,
        attendees: mergeAttendees(known.attendees, plan.attendees),
        people: mergePeople(known.people, plan.people),
      },
    });
    if (step.kind === "refused") throw toHostRejection(deps, step.error);
    if (step.kind === "again") return undefined;
    return { ok: true, ...step.result, linkChange: "asked-for" };
  }

  function toNextOrganizer({ key, organizer }: LiveRecord, caller: Person | undefined): Person {
    const next = mayActFor(deps, { organizer }, caller) ? organizer : caller;
    if (!next) throw new AppError("only_host");
    assertSignedIn(deps, key.tenantId, next);
    return next;
  }
}
