import { AppError } from "../../errors";
import type { Person } from "../record/meeting-record";
import type { UserSignIn } from "../ports/user-sign-in";

/**
 * With application permissions, the app acts for every organizer. With delegated permissions, only the
 * organizer's own requests can call Graph, while they are signed in. Everyone else gets the meeting as recorded.
 */
export type ActingPolicy =
  { mode: "application" } | { mode: "delegated"; signIn: Pick<UserSignIn, "isSignedIn"> };

export interface ActingDeps {
  /** `application` by default. */
  acting?: ActingPolicy;
}

interface Organized {
  key: { tenantId: string };
  organizer: Person;
}

/** Whether the caller's request can be made in the organizer's name, once they are signed in. */
export function mayActFor({ acting }: ActingDeps, record: Organized, caller?: Person): boolean {
  return acting?.mode !== "delegated" || record.organizer.aadId === caller?.aadId;
}

/** Whether the caller's request can be made in the organizer's name now, without asking anyone to sign in. */
export function canActFor(deps: ActingDeps, record: Organized, caller?: Person): boolean {
  const { tenantId } = record.key;
  return mayActFor(deps, record, caller) && isReady(deps, tenantId, record.organizer);
}

/** @throws AppError `sign_in_needed` with delegated permissions, when the person isn't signed in */
export function assertSignedIn(deps: ActingDeps, tenantId: string, { aadId }: Person): void {
  if (!isReady(deps, tenantId, { aadId })) throw new AppError("sign_in_needed");
}

/** @throws AppError `only_host` for anyone but the organizer, or `sign_in_needed` */
export function assertCanActFor(deps: ActingDeps, record: Organized, caller?: Person): void {
  if (!mayActFor(deps, record, caller)) throw new AppError("only_host");
  assertSignedIn(deps, record.key.tenantId, record.organizer);
}

function isReady({ acting }: ActingDeps, tenantId: string, { aadId }: Person): boolean {
  return acting?.mode !== "delegated" || acting.signIn.isSignedIn({ tenantId, aadId });
}
