import type { BotIdentity } from "../auth/app-credential";
import type { GetApplicationToken } from "../auth/application-tokens";
import type { Sleep } from "../async/deadline";
import type { Cloud } from "../clouds";
import type { Log } from "../log";
import { allowLoopback, createInboundAuth } from "./inbound-auth";
import { createTeamRoster } from "./team-roster";
import { TurnAdapter } from "./turn-adapter";

export interface AdapterSettings {
  botIdentity: BotIdentity;
  cloud: Pick<Cloud, "botResource" | "botTokens" | "connectorHosts">;
  /** Service URL hosts to allow in addition to the cloud's. */
  connectorHosts?: readonly string[];
}

/** Everything between Teams and a turn: inbound authentication, the Connector, and the team roster. */
export function createAdapter(
  { botIdentity, cloud, connectorHosts = [] }: AdapterSettings,
  { getAppToken, sleep, log }: { getAppToken: GetApplicationToken; sleep: Sleep; log: Log },
) {
  const inboundAuth =
    botIdentity.kind === "off"
      ? allowLoopback
      : createInboundAuth(
          botIdentity,
          cloud.botTokens,
          [...cloud.connectorHosts, ...connectorHosts],
          sleep,
        );
  const adapter = new TurnAdapter(botIdentity, {
    inboundAuth,
    getConnectorToken: (tenantId) => getAppToken({ tenantId, resource: cloud.botResource }),
    log,
  });
  const receive: TurnAdapter["receive"] = (...args) => adapter.receive(...args);
  const resume: TurnAdapter["resume"] = (...args) => adapter.resume(...args);
  return { receive, resume, roster: createTeamRoster({ resume, sleep, log }) };
}
