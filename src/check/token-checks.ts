import type { GetApplicationToken } from "../auth/application-tokens";
import { hasApplicationPermission } from "../graph/permissions";
import { toFault, toOk, type Check, type CheckOutcome } from "./check";
import { FAULTS, OK } from "./check-words";
import { readEntraRefusal, type EntraContext } from "./read-entra-refusal";

interface TokenCheckDeps extends EntraContext {
  cloud: { loginOrigin: string; graphOrigin: string; botResource: string };
  getAppToken: GetApplicationToken;
  /** Whether Teams and the bot authenticate to each other: not in the demo. */
  isBotAuthenticated: boolean;
  /** Whether users consent for themselves. */
  isDelegated: boolean;
  /** Accepts a cached token, which doesn't have permissions granted since. */
  isBrief: boolean;
  now: () => Date;
}

/** Checks whether Entra gives the app tokens for Teams and Graph, and which permissions they have. */
export function createTokenChecks(deps: TokenCheckDeps): Check[] {
  const { tenantId, cloud, credential, portals, getAppToken } = deps;

  /** Resolves with `ok` if there is a token for the resource. */
  async function tryToken(resource: string, ok: CheckOutcome): Promise<CheckOutcome> {
    try {
      const token = await getAppToken({ tenantId, resource });
      if (!deps.isBrief) await getAppToken({ tenantId, resource, refused: token });
      return ok;
    } catch (error) {
      return readEntraRefusal(error, deps);
    }
  }

  /** An expired certificate isn't sent to Entra. */
  function checkCredential(): CheckOutcome {
    switch (credential.kind) {
      case "secret":
        return toOk(OK.secret);
      case "certificate": {
        const date = credential.expiresAt.slice(0, 10);
        return deps.now() < new Date(credential.expiresAt)
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
        if (!deps.isBotAuthenticated) return toOk(OK.botUnauthenticated);
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
        if (deps.isDelegated) return toOk(OK.permissionNotNeeded);
        const token = await getAppToken({ tenantId, resource: cloud.graphOrigin });
        if (hasApplicationPermission(token)) return toOk(OK.permission);
        return credential.kind === "managed-identity"
          ? toFault(FAULTS.roleMissing, portals.appRole)
          : toFault(FAULTS.permissionMissing, portals.permissions);
      },
    },
  ];
}
