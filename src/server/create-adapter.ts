import type { BotIdentity } from "../auth/app-credential";
import type { GetApplicationToken } from "../auth/application-tokens";
import type { Cloud } from "../clouds";
import type { Dependencies } from "../deps";
import { allowLoopback, createInboundAuth } from "./inbound-auth";
import { createTeamRoster } from "./team-roster";
import { TurnAdapter } from "./turn-adapter";

interface AdapterSettings {
  botIdentity: BotIdentity;
  cloud: Pick<Cloud, "botResource" | "botTokens" | "connectorHosts">;
  /** Service URL hosts to allow in addition to the cloud's. */
  connectorHosts?: readonly string[];
}

/** Everything between Teams and a turn: inbound authentication, the Connector, and the team roster. */
export function createAdapter(
  { botIdentity, cloud, connectorHosts = [] }: AdapterSettings,
  deps: Pick<Dependencies, "sleep" | "log"> & { getAppToken: GetApplicationToken },
) {
  const inboundAuth =
    botIdentity.kind === "off"
      ? allowLoopback
      : createInboundAuth(
          botIdentity,
          cloud.botTokens,
          [...cloud.connectorHosts, ...connectorHosts],
          deps.sleep,
        );
  const adapter = new TurnAdapter(botIdentity, {
    inboundAuth,
    getConnectorToken: (tenantId) => deps.getAppToken({ tenantId, resource: cloud.botResource }),
    log: deps.log,
  });
  const receive: TurnAdapter["receive"] = (...args) => adapter.receive(...args);
  const resume: TurnAdapter["resume"] = (...args) => adapter.resume(...args);
  return { receive, resume, roster: createTeamRoster({ ...deps, resume }) };
}
