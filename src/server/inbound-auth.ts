import type { Activity } from "botbuilder";
import type { Sleep } from "../async/deadline";
import type { Cloud } from "../clouds";
import { readHostTenantId } from "../meetings/record/host-tenant";
import { createCallerAuthentication, TEAMS } from "./authenticate-caller";
import { toLoggable, type InboundRejection } from "./inbound-rejection";
import {
  createServiceUrlAllowlist,
  loopbackOnly,
  type ServiceUrlAllowlist,
} from "./service-url-allowlist";

export interface InboundAuth {
  /** Runs before anything else is done with an activity. Returns why it's rejected. */
  authenticate: (
    authorization: string,
    activity: Activity,
  ) => Promise<InboundRejection | undefined>;
  checkServiceUrl: ServiceUrlAllowlist;
}

/** Accepts activities only from Teams and the bot's own tenant, and allows replies only to these hosts. */
export function createInboundAuth(
  { appId, tenantId }: { appId: string; tenantId: string },
  botTokens: Cloud["botTokens"],
  connectorHosts: readonly string[],
  sleep: Sleep,
): InboundAuth {
  const authenticate = createCallerAuthentication(appId, botTokens, sleep);
  const checkServiceUrl = createServiceUrlAllowlist(connectorHosts);
  const homeTenantId = tenantId.toLowerCase();

  return {
    checkServiceUrl,
    async authenticate(authorization, activity) {
      return (await authenticate(authorization, activity.serviceUrl)) ?? checkActivity(activity);
    },
  };

  function checkActivity(activity: Activity): InboundRejection | undefined {
    const { channelId, serviceUrl } = activity;
    if (channelId !== TEAMS) {
      return { reason: "wrong_channel", details: { channel: toLoggable(channelId) } };
    }
    const hostTenantId = readHostTenantId(activity);
    if (!hostTenantId) return { reason: "no_tenant" };
    if (hostTenantId !== homeTenantId) {
      return { reason: "foreign_tenant", details: { tenantId: hostTenantId } };
    }
    return checkServiceUrl(serviceUrl);
  }
}

/** For the demo: every caller is on this machine, and nothing is sent elsewhere. */
export const allowLoopback: InboundAuth = {
  checkServiceUrl: loopbackOnly,
  authenticate: async (_authorization, { serviceUrl }) => loopbackOnly(serviceUrl),
};
