import { createApplicationTokens, type GetApplicationToken } from "../auth/application-tokens";
import { createConfidentialClient } from "../auth/confidential-client";
import { createUserTokens, type UserTokens } from "../auth/user-tokens";
import type { AppCredential } from "../auth/app-credential";
import type { GraphAuth } from "../auth/graph-auth-settings";
import type { Cloud } from "../clouds";
import type { Log } from "../log";
import { createGraphClient, type GetGraphToken } from "./graph-client";
import { asApplication, asOrganizer } from "./meeting-path";
import { createOnlineMeetings } from "./online-meetings";
import type { OnlineMeetings } from "../meetings/ports/online-meeting";
import type { TeamOwners } from "../meetings/ports/team-owners";
import { createTeamOwners } from "./team-owners";
import { AUTH_END_PATH } from "../page/sign-in-state";

export interface GraphSettings {
  cloud: Cloud;
  credential: AppCredential;
  graphAuth: GraphAuth;
  /** Our own address, to which Entra sends people back after a sign-in. */
  linkOrigin: string;
}

export interface GraphDeps {
  fetch: typeof fetch;
  now: () => Date;
  log: Log;
  /** Before a failed call to Graph is repeated for the first time; later ones wait longer. 400 unless given. */
  retryDelayMs?: number;
}

export interface GraphConnection {
  getAppToken: GetApplicationToken;
  getGraphToken: GetGraphToken;
  /** Where meetings are made in people's own names. */
  userTokens?: UserTokens;
  onlineMeetings: OnlineMeetings;
  teamOwners: TeamOwners;
}

/** Graph, in the app's own name or in that of whoever hosts; nothing is asked of it, or of Entra, yet. */
export function connectGraph(config: GraphSettings, deps: GraphDeps): GraphConnection {
  const { cloud, credential } = config;
  const getAppToken = createApplicationTokens(credential, cloud, deps);
  const userTokens = config.graphAuth === "delegated" ? connectPeople(config, deps) : undefined;
  const getGraphToken: GetGraphToken = ({ userAadId, ...request }) =>
    userTokens && userAadId !== undefined
      ? userTokens.getToken({ ...request, userAadId })
      : getAppToken({ ...request, resource: cloud.graphOrigin });
  const runOperation = createGraphClient({
    ...deps,
    origin: cloud.graphOrigin,
    getToken: getGraphToken,
  });
  const onlineMeetings = createOnlineMeetings(runOperation, {
    hasBeta: cloud.hasGraphBeta,
    toOwner: userTokens ? asOrganizer : asApplication,
  });
  return {
    getAppToken,
    getGraphToken,
    ...(userTokens && { userTokens }),
    onlineMeetings,
    teamOwners: createTeamOwners(runOperation),
  };
}

/** An identity that is itself the bot has no registration that people could sign in to. */
function connectPeople(
  { credential, cloud, linkOrigin }: GraphSettings,
  { fetch, now }: Pick<GraphDeps, "fetch" | "now">,
): UserTokens | undefined {
  if (credential.kind === "managed-identity") return undefined;
  return createUserTokens(
    {
      clientId: credential.clientId,
      createClient: () => createConfidentialClient(credential, { cloud }, { fetch, now }),
      loginOrigin: cloud.loginOrigin,
      graphOrigin: cloud.graphOrigin,
      redirectUri: linkOrigin + AUTH_END_PATH,
    },
    { now },
  );
}
