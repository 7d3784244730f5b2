import type { AppCredential } from "../auth/app-credential";
import { IDENTITY_UNAVAILABLE } from "../auth/managed-identity-tokens";
import { AppError } from "../errors";
import type { CheckFault } from "../meetings/ports/check-report";
import { toFault, type Fault } from "./check";
import type { Portals } from "./portals";

/** Those that need no more to be filled in, and that on the machine's identity. */
type FilledPortal =
  | { [Name in keyof Portals]: Portals[Name] extends string[] ? Name : never }[keyof Portals]
  | "federation";

/**
 * Entra's numbers by what is to be done about them. Microsoft calls them subject to change, so what is not here is
 * told by its number: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const FAULTS: Readonly<Record<string, readonly [CheckFault, FilledPortal]>> = {
  "7000215": ["secretWrong", "credentials"],
  "7000222": ["secretExpired", "credentials"],
  "700027": ["certificateUnknown", "credentials"],
  "90002": ["tenantUnknown", "tenant"],
  "900023": ["tenantUnknown", "tenant"],
  "700016": ["appElsewhere", "overview"],
  "7000112": ["appDisabled", "enterpriseApp"],
  "70021": ["federationMismatch", "federation"],
  "700211": ["federationMismatch", "federation"],
  "700212": ["federationMismatch", "federation"],
  "700213": ["federationMismatch", "federation"],
  "53003": ["accessBlocked", "conditionalAccess"],
};

export interface EntraParts {
  tenantId: string;
  credential: AppCredential;
  portals: Portals;
  cloud: { loginOrigin: string };
}

/** What is wrong when there is no token: by Entra's own number, where it gave one. Throws all other errors again. */
export function readEntraRefusal(
  error: unknown,
  { tenantId, credential, portals, cloud }: EntraParts,
): Fault {
  if (!(error instanceof AppError) || error.code !== "token_unavailable") throw error;
  const { entraCode, reason } = error.details;
  if (entraCode === undefined) {
    // What the machine gave no token for never got as far as Entra.
    return reason === IDENTITY_UNAVAILABLE
      ? toFault("managedIdentityMissing", {}, portals.identity(toIdentity(credential)))
      : toFault("entraUnreachable", { host: new URL(cloud.loginOrigin).host });
  }
  const code = entraCode.replace("AADSTS", "");
  const [fault, place] = FAULTS[code] ?? [];
  if (!fault || !place) return toFault("entraRefused", { code }, portals.entraError(code));
  const copy = place === "federation" ? portals.federation(toIdentity(credential)) : portals[place];
  return toFault(fault, { appId: credential.clientId, tenantId }, copy);
}

/** The client id of the machine's identity, which the bot may be itself. */
function toIdentity(credential: AppCredential): string {
  return credential.kind === "federated" ? credential.managedIdentityClientId : credential.clientId;
}
