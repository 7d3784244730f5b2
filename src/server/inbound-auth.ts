import { AuthenticationConstants, ClaimsIdentity } from "botframework-connector";
import type { Activity } from "botbuilder";
import type { Sleep } from "../async/deadline";
import type { Cloud } from "../clouds";
import { readHostTenantId } from "../meetings/record/host-tenant";
import { createCallerAuthentication, TEAMS, type Authentication } from "./authenticate-caller";
import { toLoggable, type InboundRejection } from "./inbound-rejection";
import {
  createServiceUrlAllowlist,
  loopbackOnly,
  type ServiceUrlAllowlist,
} from "./service-url-allowlist";

export interface InboundAuth {
  /** Runs before anything else is done with an activity. */
  authenticate(authorization: string, activity: Activity): Promise<Authentication>;
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
      const authentication = await authenticate(authorization, activity.serviceUrl);
      if (!authentication.ok) return authentication;
      const rejection = checkActivity(activity);
      return rejection ? { ok: false, rejection } : authentication;
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
  async authenticate(_authorization, { serviceUrl }) {
    const rejection = loopbackOnly(serviceUrl);
    if (rejection) return { ok: false, rejection };
    const identity = new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType);
    return { ok: true, identity };
  },
};
