import { AppError } from "../../errors";
import type { ActingDeps } from "./acting";
import type { Person } from "../record/meeting-record";
import type { Attendee } from "../ports/online-meeting";

/** Either the first caller hosts a conversation's meetings, or one service account hosts all of them. */
export type OrganizerPolicy = { mode: "first-caller" } | { mode: "service"; organizer: Person };

/**
 * Who hosts when `caller` asks first. Only Graph knows whether they can: it rejects guests, people from other
 * tenants and people without a license, and an activity doesn't tell these apart.
 */
export function chooseOrganizer(policy: OrganizerPolicy, caller: Person): Person {
  return policy.mode === "service" ? policy.organizer : caller;
}

/**
 * Whether Graph rejected this user as organizer: unknown, without a Teams license, or not covered by the application
 * access policy. Nothing was created, and another organizer may work.
 */
export function isOrganizerRejected(error: unknown): error is AppError {
  return (
    error instanceof AppError &&
    (error.code === "organizer_unknown" || error.code === "policy_missing")
  );
}

/** Turns a rejection of the organizer into the error for someone else who asked. Returns other errors unchanged. */
export function toHostRejection(
  { organizerPolicy, acting }: { organizerPolicy: OrganizerPolicy } & ActingDeps,
  error: unknown,
): unknown {
  // With delegated permissions, only the organizer's own requests call Graph.
  if (!isOrganizerRejected(error) || acting?.mode === "delegated") return error;
  const code = organizerPolicy.mode === "service" ? "service_organizer_refused" : "host_refused";
  return new AppError(code, error.details, { cause: error });
}

/**
 * Who becomes co-organizer after the meeting is created, because createOrGet doesn't take the role: the people named as
 * such, and the first caller when a service account hosts, so that a person can run the meeting.
 */
export function findCoOrganizers(
  policy: OrganizerPolicy,
  requestedBy: Person,
  attendees: readonly Attendee[] = [],
): Attendee[] {
  const named = attendees.filter(({ role }) => role === "coorganizer");
  const isFirstCallerDue =
    policy.mode === "service" &&
    policy.organizer.aadId !== requestedBy.aadId &&
    named.every(({ aadId }) => aadId !== requestedBy.aadId);
  return isFirstCallerDue ? [{ aadId: requestedBy.aadId, role: "coorganizer" }, ...named] : named;
}
