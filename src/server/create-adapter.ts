import type { GetApplicationToken } from "../auth/application-tokens";
import type { Sleep } from "../async/deadline";
import type { Cloud } from "../clouds";
import type { Log } from "../log";
import type { TeamRoster } from "../meetings/ports/team-roster";
import type { BotIdentity } from "./connector-authentication";
import { allowLoopback, createInboundAuth } from "./inbound-auth";
import { createTeamRoster } from "./team-roster";
import { TurnAdapter } from "./turn-adapter";

export interface AdapterSettings {
  botIdentity: BotIdentity;
  cloud: Pick<Cloud, "botResource" | "botTokens" | "connectorHosts">;
  /** Service URL hosts to allow in addition to the cloud's. */
  connectorHosts?: readonly string[];
}

export interface AdapterDeps {
  getAppToken: GetApplicationToken;
  sleep: Sleep;
  log: Log;
}

export interface TeamsAdapter {
  receive: TurnAdapter["receive"];
  resume: TurnAdapter["resume"];
  roster: TeamRoster;
}

/** Everything between Teams and a turn: inbound authentication, the Connector, and the team roster. */
export function createAdapter(
  { botIdentity, cloud, connectorHosts = [] }: AdapterSettings,
  { getAppToken, sleep, log }: AdapterDeps,
): TeamsAdapter {
  const adapter = new TurnAdapter(botIdentity, {
    inboundAuth:
      botIdentity.kind === "off"
        ? allowLoopback
        : createInboundAuth({ identity: botIdentity, cloud, connectorHosts, sleep }),
    getConnectorToken: (tenantId) => getAppToken({ tenantId, resource: cloud.botResource }),
    log,
  });
  const resume: TeamsAdapter["resume"] = (reference, logic) => adapter.resume(reference, logic);
  return {
    receive: (authorization, activity, logic) => adapter.receive(authorization, activity, logic),
    resume,
    roster: createTeamRoster({ resume, sleep, log }),
  };
}
