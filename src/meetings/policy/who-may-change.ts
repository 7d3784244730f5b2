import type { LiveRecord, Person } from "../record/meeting-record";
import type { Member } from "../ports/team-roster";

/**
 * Who may cancel a meeting, replace it, or set its options: everybody of the organization, or the organizer, the
 * first caller and the team's owners, or the organizer and the first caller alone.
 */
export const CHANGE_POLICIES = ["members", "owners", "organizer"] as const;
export type ChangePolicy = (typeof CHANGE_POLICIES)[number];

/** The two people who may do everything with a meeting, whatever Teams says of them. */
export function isOwnMeeting(
  { organizer, requestedBy }: Pick<LiveRecord, "organizer" | "requestedBy">,
  caller: Person,
): boolean {
  return [organizer, requestedBy].some(({ aadId }) => aadId === caller.aadId);
}

/** Somebody of the tenant that a conversation belongs to, and no guest there. */
export function isMemberOfTenant(
  member: Member | undefined,
  tenantId: string,
): member is Member & { aadId: string } {
  if (!member?.aadId || member.isGuest) return false;
  return member.tenantId === undefined || member.tenantId.toLowerCase() === tenantId.toLowerCase();
}
