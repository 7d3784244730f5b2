import type { BotIdentity } from "../auth/app-credential";
import type { GetApplicationToken } from "../auth/application-tokens";
import type { Cloud } from "../clouds";
import type { Dependencies } from "../deps";
import type { PolicyDeps } from "../resilience/policy";
import { createConnectorClient, type GetConnectorToken } from "./connector-client";
import { allowLoopback, createInboundAuth, type InboundAuth } from "./inbound-auth";
import { createTeamRoster } from "./team-roster";

interface TeamsSettings {
  botIdentity: BotIdentity;
  cloud: Pick<Cloud, "botResource" | "botTokens" | "connectorHosts">;
  /** Service URL hosts to allow in addition to the cloud's. */
  connectorHosts?: readonly string[];
}

type TeamsDeps = PolicyDeps &
  Pick<Dependencies, "fetch" | "log" | "metrics"> & { getAppToken: GetApplicationToken };

/** Everything between Teams and a turn: inbound authentication, the Connector, and the team roster. */
export function connectTeams(
  { botIdentity, cloud, connectorHosts = [] }: TeamsSettings,
  deps: TeamsDeps,
) {
  if (botIdentity.kind === "off") return connect(allowLoopback, undefined);
  const { tenantId } = botIdentity;
  const hosts = [...cloud.connectorHosts, ...connectorHosts];
  return connect(createInboundAuth(botIdentity, cloud.botTokens, hosts, deps.sleep), (refused) =>
    deps.getAppToken({ tenantId, resource: cloud.botResource, refused }),
  );

  function connect(
    { authenticate, checkServiceUrl }: InboundAuth,
    getToken: GetConnectorToken | undefined,
  ) {
    const connector = createConnectorClient({ ...deps, checkServiceUrl, getToken });
    return { authenticate, connector, roster: createTeamRoster(connector, deps) };
  }
}
