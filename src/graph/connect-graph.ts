import { createApplicationTokens, type GetApplicationToken } from "../auth/application-tokens";
import { createConfidentialClient } from "../auth/confidential-client";
import { createUserTokens, type UserTokens } from "../auth/user-tokens";
import type { AppCredential } from "../auth/app-credential";
import type { GraphAuth } from "../auth/graph-auth-settings";
import type { Cloud } from "../clouds";
import type { Log } from "../log";
import { createGraphClient, type GetGraphToken } from "./graph-client";
import { createOnlineMeetings } from "./online-meetings";
import type { OnlineMeetings } from "../meetings/ports/online-meeting";
import type { TeamOwners } from "../meetings/ports/team-owners";
import { createTeamOwners } from "./team-owners";
import { AUTH_END_PATH } from "../page/sign-in-state";

export interface GraphSettings {
  cloud: Cloud;
  credential: AppCredential;
  graphAuth: GraphAuth;
  /** The bot's own origin. Entra redirects there after a sign-in. */
  linkOrigin: string;
}

export interface GraphDeps {
  fetch: typeof fetch;
  now: () => Date;
  log: Log;
  /** Delay before the first retry of a failed Graph call; later ones are longer. Defaults to 400. */
  retryDelayMs?: number;
}

export interface GraphConnection {
  getAppToken: GetApplicationToken;
  getGraphToken: GetGraphToken;
  /** Only in delegated mode. */
  userTokens?: UserTokens;
  onlineMeetings: OnlineMeetings;
  teamOwners: TeamOwners;
}

/** Connects to Graph with the app's own token or each organizer's. Makes no request yet. */
export function connectGraph(config: GraphSettings, deps: GraphDeps): GraphConnection {
  const { cloud, credential } = config;
  const getAppToken = createApplicationTokens(credential, cloud, deps);
  const userTokens =
    config.graphAuth === "delegated" ? createTokensOfUsers(config, deps) : undefined;
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
    isDelegated: userTokens !== undefined,
  });
  return {
    getAppToken,
    getGraphToken,
    ...(userTokens && { userTokens }),
    onlineMeetings,
    teamOwners: createTeamOwners(runOperation),
  };
}

/** A managed identity has no app registration that people could sign in to. */
function createTokensOfUsers(
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
