import type { AppCredential } from "../auth/app-credential";
import { IDENTITY_UNAVAILABLE } from "../auth/managed-identity-tokens";
import { toAppError } from "../errors";
import { hasApplicationPermission } from "../graph/permissions";
import {
  toDate,
  toFault,
  toOk,
  type Check,
  type CheckContext,
  type CheckOutcome,
  type Fault,
} from "./check";
import { FAULTS, LABELS, OK } from "./check-words";

/**
 * Checks whether Entra gives the app tokens for Teams and Graph, and which permissions they have.
 *
 * @param isBotAuthenticated Whether Teams and the bot authenticate to each other: not in the demo.
 */
export function createTokenChecks(isBotAuthenticated: boolean, context: CheckContext): Check[] {
  const { tenantId, cloud, credential, portals, getAppToken } = context;

  /** Resolves with `ok` if there is a token for the resource. */
  async function tryToken(resource: string, ok: CheckOutcome): Promise<CheckOutcome> {
    try {
      const token = await getAppToken({ tenantId, resource });
      if (!context.isBrief) await getAppToken({ tenantId, resource, refused: token });
      return ok;
    } catch (error) {
      return readEntraRefusal(error, context);
    }
  }

  /** An expired certificate isn't sent to Entra. */
  function checkCredential(): CheckOutcome {
    switch (credential.kind) {
      case "secret":
        return toOk(OK.secret);
      case "certificate": {
        const date = toDate(credential.expiresAt);
        return context.now() < new Date(credential.expiresAt)
          ? toOk(OK.certificate({ date }))
          : toFault(FAULTS.certificateExpired({ date }), portals.credentials);
      }
      case "federated":
        return toOk(OK.federation);
      case "managed-identity":
        return toOk(OK.managedIdentity);
    }
  }

  return [
    {
      id: "bot-credential",
      async run() {
        if (!isBotAuthenticated) return toOk(OK.botUnauthenticated);
        const outcome = checkCredential();
        return outcome.status === "ok" ? tryToken(cloud.botResource, outcome) : outcome;
      },
    },
    {
      id: "graph-token",
      needs: "bot-credential",
      run: () => tryToken(cloud.graphOrigin, toOk(OK.graphToken)),
    },
    {
      id: "graph-permission",
      needs: "graph-token",
      async run() {
        if (context.isDelegated) return toOk(OK.permissionNotNeeded);
        const token = await getAppToken({ tenantId, resource: cloud.graphOrigin });
        if (hasApplicationPermission(token)) return toOk(OK.permission);
        return credential.kind === "managed-identity"
          ? toFault(FAULTS.roleMissing, portals.appRole)
          : toFault(FAULTS.permissionMissing, portals.permissions);
      },
    },
  ];
}

/** Why Entra, or the machine's managed identity, gave no token. Rethrows all other errors. */
function readEntraRefusal(error: unknown, context: CheckContext): Fault {
  const { code, details } = toAppError(error);
  if (code !== "token_unavailable" && code !== "entra_unavailable") throw error;
  const { entraCode, reason } = details;
  const { credential, portals, cloud } = context;
  if (entraCode !== undefined) return toEntraFault(entraCode.replace("AADSTS", ""), context);
  return reason === IDENTITY_UNAVAILABLE
    ? toFault(FAULTS.managedIdentityMissing, portals.identity(toIdentity(credential)))
    : toFault(FAULTS.entraUnreachable, {
        copy: [{ label: LABELS.host, value: new URL(cloud.loginOrigin).host }],
      });
}

/**
 * What to do about each of Entra's error numbers. Microsoft may change them, so the fault for an unknown one shows it:
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
function toEntraFault(code: string, { credential, portals }: CheckContext): Fault {
  switch (code) {
    case "7000215":
      return toFault(FAULTS.secretWrong, portals.credentials);
    case "7000222":
      return toFault(FAULTS.secretExpired, portals.credentials);
    case "700027":
      return toFault(FAULTS.certificateUnknown, portals.credentials);
    case "90002":
    case "900023":
      return toFault(FAULTS.tenantUnknown, portals.tenant);
    case "700016":
      return toFault(FAULTS.appElsewhere, portals.overview);
    case "7000112":
      return toFault(FAULTS.appDisabled, portals.enterpriseApp);
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
