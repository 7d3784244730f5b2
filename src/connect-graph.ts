import { createApplicationTokens, type GetApplicationToken } from "./auth/application-tokens";
import { createConfidentialClient } from "./auth/confidential-client";
import { createUserTokens, type UserTokens } from "./auth/user-tokens";
import type { Config } from "./config";
import type { Edges } from "./edges";
import {
  createGraphClient,
  type GetGraphToken,
  type RunGraphOperation,
} from "./graph/graph-client";
import { asApplication, asOrganizer } from "./graph/meeting-path";
import { createOnlineMeetings } from "./graph/online-meetings";
import type { OnlineMeetings } from "./meetings/online-meeting";
import { AUTH_END_PATH } from "./server/sign-in-pages";

type GraphConfig = Pick<Config, "cloud" | "credential" | "graphAuth" | "linkOrigin">;

export interface GraphConnection {
  getAppToken: GetApplicationToken;
  getGraphToken: GetGraphToken;
  /** Where meetings are made in people's own names. */
  userTokens?: UserTokens;
  runOperation: RunGraphOperation;
  onlineMeetings: OnlineMeetings;
}

/** Graph, in the app's own name or in that of whoever hosts; nothing is asked of it, or of Entra, yet. */
export function connectGraph(
  config: GraphConfig,
  edges: Pick<Edges, "fetch" | "now" | "log" | "retryDelayMs">,
): GraphConnection {
  const { cloud, credential } = config;
  const getAppToken = createApplicationTokens(credential, cloud, edges);
  const userTokens = config.graphAuth === "delegated" ? connectPeople(config, edges) : undefined;
  const getGraphToken: GetGraphToken = ({ userAadId, ...request }) =>
    userTokens && userAadId !== undefined
      ? userTokens.getToken({ ...request, userAadId })
      : getAppToken({ ...request, resource: cloud.graphOrigin });
  const runOperation = createGraphClient({
    ...edges,
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
    runOperation,
    onlineMeetings,
  };
}

/** An identity that is itself the bot has no registration that people could sign in to. */
function connectPeople(
  { credential, cloud, linkOrigin }: GraphConfig,
  { fetch, now }: Pick<Edges, "fetch" | "now">,
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
