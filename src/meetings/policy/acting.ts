import { AppError } from "../../errors";
import type { Person } from "../record/meeting-record";
import type { UserSignIn } from "../ports/user-sign-in";

/**
 * In whose name Graph is called: in the app's own, which acts for every organizer, whoever asks; or in each person's,
 * so that a call for an organizer can be made only while that very person asks, and is signed in. For everybody
 * else the record is the truth then.
 */
export type ActingPolicy =
  { mode: "application" } | { mode: "delegated"; signIn: Pick<UserSignIn, "isSignedIn"> };

export interface ActingDeps {
  /** `application` where it is not said. */
  acting?: ActingPolicy;
}

/** Of a meeting, as far as it matters who may act for it. */
interface Hosted {
  key: { tenantId: string };
  organizer: Person;
}

/** Whether what somebody asks for can be done in the organizer's name, once they are signed in. */
export function mayActFor(
  { acting }: ActingDeps,
  { organizer }: Pick<Hosted, "organizer">,
  caller: Person | undefined,
): boolean {
  return acting?.mode !== "delegated" || organizer.aadId === caller?.aadId;
}

/** Whether it can be done now, and nobody has to be asked to sign in. */
export function canActFor(deps: ActingDeps, hosted: Hosted, caller: Person | undefined): boolean {
  const { tenantId } = hosted.key;
  return mayActFor(deps, hosted, caller) && isReady(deps, tenantId, hosted.organizer);
}

/** @throws AppError `sign_in_needed` where calls are made in the person's own name, and cannot be yet */
export function assertSignedIn(deps: ActingDeps, tenantId: string, { aadId }: Person): void {
  if (!isReady(deps, tenantId, { aadId })) throw new AppError("sign_in_needed");
}

/** @throws AppError `only_host` for whoever is another than the organizer, else as `assertSignedIn` */
export function assertCanActFor(
  deps: ActingDeps,
  hosted: Hosted,
  caller: Person | undefined,
): void {
  if (!mayActFor(deps, hosted, caller)) throw new AppError("only_host");
  assertSignedIn(deps, hosted.key.tenantId, hosted.organizer);
}

function isReady({ acting }: ActingDeps, tenantId: string, { aadId }: Person): boolean {
  return acting?.mode !== "delegated" || acting.signIn.isSignedIn({ tenantId, aadId });
}
