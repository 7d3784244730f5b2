import type { JoinableRecord } from "../record/attached-record";
import type { Person } from "../record/meeting-record";
import type { Member } from "../ports/team-roster";

/**
 * Who may cancel a meeting, replace its link, or set its options: everyone in the tenant; the organizer, the first caller
 * and the team's owners; or only the organizer and the first caller.
 */
export const CHANGE_POLICIES = ["members", "owners", "organizer"] as const;
export type ChangePolicy = (typeof CHANGE_POLICIES)[number];

/** A meeting's own people. */
export type Owned = Pick<JoinableRecord, "organizer" | "requestedBy" | "attached">;

/** The organizer, the first caller, and who attached the meeting may always change it. */
export function isOwnMeeting({ organizer, requestedBy, attached }: Owned, caller: Person): boolean {
  const own = [organizer, requestedBy, attached?.attachedBy];
  return own.some((person) => person?.aadId === caller.aadId);
}

/** Whether a member belongs to the conversation's tenant and isn't a guest. */
export function isMemberOfTenant(
  member: Member | undefined,
  tenantId: string,
): member is Member & { aadId: string } {
  if (!member?.aadId || member.isGuest) return false;
  return member.tenantId === undefined || member.tenantId.toLowerCase() === tenantId.toLowerCase();
}
