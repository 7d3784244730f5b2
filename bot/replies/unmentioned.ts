import { mergeAttendees } from "../../src/meetings/meeting-plan";
import { isAmong, isSamePerson, type Attendee } from "../../src/meetings/ports/online-meeting";
import { toTeamsUserId } from "../../src/meetings/record/conversation";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { RequestedPerson } from "../../src/request/meeting-request";
import type { PersonToTell } from "../reply";
import { toAttendee } from "../requests/look-up-people";
import type { MeetingView } from "./meeting-reply";

/**
 * Sorts the people that the card doesn't mention: some get a personal message, the others can't, because no one knows
 * their id. Leaves out people who already got one.
 */
export function findUnmentioned(
  record: LiveRecord,
  { unmentioned = [], callerAadId = "" }: Pick<MeetingView, "unmentioned" | "callerAadId">,
): { toTell: PersonToTell[]; unreachable: Attendee[] } {
  if (unmentioned.length === 0) return { toTell: [], unreachable: [] };
  const invited = findUntold(record);
  const toTell: PersonToTell[] = [];
  const unreachable: Attendee[] = [];
  for (const person of unmentioned) {
    const attendee = invited.find((other) => isSamePerson(other, toAttendee(person)));
    const aadId = attendee?.aadId?.toLowerCase();
    if (!attendee || aadId === callerAadId.toLowerCase()) continue;
    if (aadId) toTell.push({ attendee, aadId, teamsId: toTeamsId(person, aadId) });
    else unreachable.push(attendee);
  }
  return { toTell, unreachable };
}

/** Those of the people who are still invited, and haven't been told and aren't about to be. */
export function findNotNotified(
  record: LiveRecord,
  people: readonly Attendee[],
  notified: readonly Attendee[],
): Attendee[] {
  if (people.length === 0) return [];
  return findUntold(record).filter(
    (attendee) => isAmong(attendee, people) && !isAmong(attendee, notified),
  );
}

/** Invited people who got no personal message. Graph knows the Entra object ids of the organization's people. */
function findUntold({ generation, told, meeting, coOrganizersDue }: LiveRecord): Attendee[] {
  const aadIds = told?.generation === generation ? told.aadIds : [];
  return mergeAttendees(meeting.attendees, coOrganizersDue).filter(
    ({ aadId = "" }) => !aadIds.includes(aadId.toLowerCase()),
  );
}

function toTeamsId(person: RequestedPerson, aadId: string): string {
  const isKnown = person.kind === "mention" && person.mentionId.startsWith("29:");
  return isKnown ? person.mentionId : toTeamsUserId(aadId);
}
