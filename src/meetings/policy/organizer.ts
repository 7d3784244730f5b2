import { AppError } from "../../errors";
import type { ActingDeps } from "./acting";
import type { Person } from "../record/meeting-record";
import type { Attendee } from "../ports/online-meeting";

/** Whoever asks first hosts a conversation's meetings, or one service account hosts all. */
export type OrganizerPolicy = { mode: "first-caller" } | { mode: "service"; organizer: Person };

/**
 * Who hosts when `caller` is the first to ask. Whether that person can is for Graph to say: it refuses
 * guests, people of other tenants and people without a licence, and nothing in an activity tells them apart.
 */
export function chooseOrganizer(policy: OrganizerPolicy, caller: Person): Person {
  return policy.mode === "service" ? policy.organizer : caller;
}

/**
 * Whether Graph definitely refused this very user as a host: unknown, without a Teams licence, or not under
 * the application access policy. Nothing was created, and another person may succeed. A refusal of the whole
 * app, or a call whose end is unknown, is no such thing.
 */
export function isOrganizerRejected(error: unknown): error is AppError {
  return (
    error instanceof AppError &&
    (error.code === "organizer_unknown" || error.code === "policy_missing")
  );
}

/**
 * What is told when Graph refuses the host of a meeting that somebody else asked about; every other error as it is.
 */
export function toHostRejection(
  { organizerPolicy, acting }: { organizerPolicy: OrganizerPolicy } & ActingDeps,
  error: unknown,
): unknown {
  // Whose own name alone is used is the one who asked.
  if (!isOrganizerRejected(error) || acting?.mode === "delegated") return error;
  const code = organizerPolicy.mode === "service" ? "service_organizer_refused" : "host_refused";
  return new AppError(code, error.details, { cause: error });
}

/**
 * Who is made co-organizer after the meeting was made: whoever was named as such, and the first caller where one
 * account hosts all meetings, so that somebody real can run it. createOrGet itself takes no such role.
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
