import { AuthenticationConstants, ClaimsIdentity } from "botframework-connector";
import type { Activity } from "botbuilder";
import type { Cloud } from "../clouds";
import { readHostTenantId } from "../meetings/record/host-tenant";
import { createCallerAuthentication, TEAMS, type Authentication } from "./authenticate-caller";
import { createConnectorGate, loopbackGate, type ConnectorGate } from "./connector-gate";
import { toShown, type Refusal } from "./refusal";

/** Who may come in, and where answers may go out. */
export interface Door {
  /** Before anything of an activity is acted on. */
  admit(authorization: string, activity: Activity): Promise<Authentication>;
  gate: ConnectorGate;
}

export interface GuardedDoorEdges {
  /** The bot's own application (client) id and tenant. */
  identity: { appId: string; tenantId: string };
  cloud: Pick<Cloud, "botTokens" | "connectorHosts">;
  /** Beside the cloud's own. */
  connectorHosts: readonly string[];
  /** Resolves early, and never rejects, when the signal aborts. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** Teams alone comes in, and of it the bot's own tenant; nothing goes out but to Microsoft. */
export function createGuardedDoor({
  identity: { appId, tenantId },
  cloud,
  connectorHosts,
  sleep,
}: GuardedDoorEdges): Door {
  const authenticate = createCallerAuthentication({ appId, tokens: cloud.botTokens, sleep });
  const gate = createConnectorGate([...cloud.connectorHosts, ...connectorHosts]);
  const homeTenantId = tenantId.toLowerCase();

  return {
    gate,
    async admit(authorization, activity) {
      const authentication = await authenticate(authorization, activity.serviceUrl);
      if (!authentication.ok) return authentication;
      const refusal = findRefusal(activity);
      return refusal ? { ok: false, refusal } : authentication;
    },
  };

  function findRefusal(activity: Activity): Refusal | undefined {
    const { channelId, serviceUrl } = activity;
    if (channelId !== TEAMS) {
      return { reason: "wrong_channel", details: { channel: toShown(channelId) } };
    }
    const hostTenantId = readHostTenantId(activity);
    if (!hostTenantId) return { reason: "no_tenant" };
    if (hostTenantId !== homeTenantId) {
      return { reason: "foreign_tenant", details: { tenantId: hostTenantId } };
    }
    return gate(serviceUrl);
  }
}

/** The demo's: everybody who can reach it is on this machine, and nothing leaves that. */
export const openDoor: Door = {
  gate: loopbackGate,
  async admit(_authorization, { serviceUrl }) {
    const refusal = loopbackGate(serviceUrl);
    if (refusal) return { ok: false, refusal };
    const identity = new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType);
    return { ok: true, identity };
  },
};
