import type { AppCredential } from "../auth/app-credential";
import { IDENTITY_UNAVAILABLE } from "../auth/managed-identity-tokens";
import { AppError } from "../errors";
import { toFault, type Fault } from "./check";
import { FAULTS } from "./check-words";
import type { Portals } from "./portals";

export interface EntraContext {
  tenantId: string;
  credential: AppCredential;
  portals: Portals;
  cloud: { loginOrigin: string };
}

/** Why Entra, or the machine's managed identity, gave no token. Rethrows all other errors. */
export function readEntraRefusal(error: unknown, context: EntraContext): Fault {
  if (!(error instanceof AppError) || error.code !== "token_unavailable") throw error;
  const { entraCode, reason } = error.details;
  const { credential, portals, cloud } = context;
  if (entraCode !== undefined) return toEntraFault(entraCode.replace("AADSTS", ""), context);
  return reason === IDENTITY_UNAVAILABLE
    ? toFault(FAULTS.managedIdentityMissing, portals.identity(toIdentity(credential)))
    : toFault(FAULTS.entraUnreachable({ host: new URL(cloud.loginOrigin).host }));
}

/**
 * Entra's error numbers, by what to do about them. Microsoft may change them, so the fault of an unknown one names it:
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
function toEntraFault(code: string, { tenantId, credential, portals }: EntraContext): Fault {
  const appId = credential.clientId;
  switch (code) {
    case "7000215":
      return toFault(FAULTS.secretWrong, portals.credentials);
    case "7000222":
      return toFault(FAULTS.secretExpired, portals.credentials);
    case "700027":
      return toFault(FAULTS.certificateUnknown, portals.credentials);
    case "90002":
    case "900023":
      return toFault(FAULTS.tenantUnknown({ tenantId }), portals.tenant);
    case "700016":
      return toFault(FAULTS.appElsewhere({ appId, tenantId }), portals.overview);
    case "7000112":
      return toFault(FAULTS.appDisabled({ appId }), portals.enterpriseApp);
    case "70021":
    case "700211":
    case "700212":
    case "700213":
      return toFault(FAULTS.federationMismatch, portals.federation(toIdentity(credential)));
    case "53003":
      return toFault(FAULTS.accessBlocked, portals.conditionalAccess);
    default:
      return toFault(FAULTS.entraRefused({ code }), portals.entraError(code));
  }
}

/** The client id of the machine's managed identity, which can be the bot's own. */
function toIdentity(credential: AppCredential): string {
  return credential.kind === "federated" ? credential.managedIdentityClientId : credential.clientId;
}
