import type { AppCredential } from "../auth/app-credential";
import type { GetApplicationToken } from "../auth/application-tokens";
import { hasApplicationPermission } from "../graph/permissions";
import type { CheckOutcome } from "../meetings/ports/check-report";
import { toFault, type Check } from "./check";
import { readEntraRefusal, type EntraParts } from "./read-entra-refusal";

export interface TokenParts extends EntraParts {
  cloud: { loginOrigin: string; graphOrigin: string; botResource: string };
  getAppToken: GetApplicationToken;
  /** Whether Teams and the bot prove themselves to each other: not in the demo. */
  isBotAuthenticated: boolean;
  /** Whether meetings are made in people's own names, who consent to it themselves. */
  isDelegated: boolean;
  /** Whether a token of a while ago will do: it does not know of consents that are newer. */
  isBrief: boolean;
  now: () => Date;
}

/** Whether Entra takes the app for who it is, towards Teams and towards Graph, and what it may do there. */
export function createTokenChecks(parts: TokenParts): Check[] {
  const { tenantId, cloud, portals, getAppToken } = parts;

  async function look(resource: string, found: CheckOutcome): Promise<CheckOutcome> {
    try {
      const token = await getAppToken({ tenantId, resource });
      if (!parts.isBrief) await getAppToken({ tenantId, resource, refused: token });
      return found;
    } catch (error) {
      return readEntraRefusal(error, parts);
    }
  }

  return [
    {
      id: "bot-credential",
      async look() {
        if (!parts.isBotAuthenticated) return { status: "ok", code: "botUnauthenticated" };
        const found = toProof(parts.credential);
        return found.status === "ok" ? look(cloud.botResource, found) : found;
      },
    },
    {
      id: "graph-token",
      needs: "bot-credential",
      look: () => look(cloud.graphOrigin, { status: "ok", code: "graphToken" }),
    },
    {
      id: "graph-permission",
      needs: "graph-token",
      async look() {
        if (parts.isDelegated) return { status: "ok", code: "permissionNotNeeded" };
        const token = await getAppToken({ tenantId, resource: cloud.graphOrigin });
        if (hasApplicationPermission(token)) return { status: "ok", code: "permission" };
        return parts.credential.kind === "managed-identity"
          ? toFault("roleMissing", {}, portals.appRole)
          : toFault("permissionMissing", {}, portals.permissions);
      },
    },
  ];

  /** What the bot proves itself with; a certificate that is over is not even shown to Entra. */
  function toProof(credential: AppCredential): CheckOutcome {
    switch (credential.kind) {
      case "secret":
        return { status: "ok", code: "secret" };
      case "certificate": {
        const date = credential.expiresAt.slice(0, 10);
        return parts.now() < new Date(credential.expiresAt)
          ? { status: "ok", code: "certificate", values: { date } }
          : toFault("certificateExpired", { date }, portals.credentials);
      }
      case "federated":
        return { status: "ok", code: "federation" };
      case "managed-identity":
        return { status: "ok", code: "managedIdentity" };
    }
  }
}
