import { AuthenticationConstants, ClaimsIdentity } from "botframework-connector";
import type { Activity } from "botbuilder";
import type { Cloud } from "../clouds";
import { readHostTenantId } from "../meetings/record/host-tenant";
import { createCallerAuthentication, TEAMS, type Authentication } from "./authenticate-caller";
import {
  createServiceUrlAllowlist,
  loopbackOnly,
  type ServiceUrlAllowlist,
} from "./service-url-allowlist";
import { toShown, type InboundRejection } from "./inbound-rejection";

/** Who may come in, and where answers may go out. */
export interface InboundAuth {
  /** Before anything of an activity is acted on. */
  authenticate(authorization: string, activity: Activity): Promise<Authentication>;
  gate: ServiceUrlAllowlist;
}

export interface InboundAuthDeps {
  /** The bot's own application (client) id and tenant. */
  identity: { appId: string; tenantId: string };
  cloud: Pick<Cloud, "botTokens" | "connectorHosts">;
  /** Beside the cloud's own. */
  connectorHosts: readonly string[];
  /** Resolves early, and never rejects, when the signal aborts. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** Teams alone comes in, and of it the bot's own tenant; nothing goes out but to Microsoft. */
export function createInboundAuth({
  identity: { appId, tenantId },
  cloud,
  connectorHosts,
  sleep,
}: InboundAuthDeps): InboundAuth {
  const authenticate = createCallerAuthentication({ appId, tokens: cloud.botTokens, sleep });
  const gate = createServiceUrlAllowlist([...cloud.connectorHosts, ...connectorHosts]);
  const homeTenantId = tenantId.toLowerCase();

  return {
    gate,
    async authenticate(authorization, activity) {
      const authentication = await authenticate(authorization, activity.serviceUrl);
      if (!authentication.ok) return authentication;
      const refusal = findRefusal(activity);
      return refusal ? { ok: false, refusal } : authentication;
    },
  };

  function findRefusal(activity: Activity): InboundRejection | undefined {
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
export const allowLoopback: InboundAuth = {
  gate: loopbackOnly,
  async authenticate(_authorization, { serviceUrl }) {
    const refusal = loopbackOnly(serviceUrl);
    if (refusal) return { ok: false, refusal };
    const identity = new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType);
    return { ok: true, identity };
  },
};
