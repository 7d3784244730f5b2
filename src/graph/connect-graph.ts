import { createApplicationTokens } from "../auth/application-tokens";
import { createConfidentialClient } from "../auth/confidential-client";
import { createMsalNetwork } from "../auth/msal-network";
import { createUserTokens, toAppIdUri } from "../auth/user-tokens";
import type { AppCredential } from "../auth/app-credential";
import type { GraphAuth } from "../auth/auth-settings";
import type { Cloud } from "../clouds";
import { GRAPH_EVENTS_PATH } from "../meetings/ports/call-subscriptions";
import type { ClientStates } from "../meetings/calls/client-state";
import type { ActingPolicy } from "../meetings/policy/acting";
import type { NotificationCertificate } from "../auth/notification-certificate";
import { createAttendanceReports } from "./attendance-reports";
import { createCallSubscriptions } from "./call-subscriptions";
import { createGraphClient, type GetGraphToken, type GraphDeps } from "./graph-client";
import { createOnlineMeetings } from "./online-meetings";
import { createTeamOwners } from "./team-owners";
import { AUTH_END_PATH, AUTH_START_PATH } from "../page/sign-in-state";

interface GraphSettings {
  cloud: Cloud;
  credential: AppCredential;
  graphAuth: GraphAuth;
  /** The bot's own origin. Entra redirects there after a sign-in. */
  linkOrigin: string;
  notificationCertificates: readonly NotificationCertificate[];
  /** Secrets that Graph repeats in notifications. */
  clientStates: ClientStates;
}

/** Connects to Graph with the app's own token or each organizer's. Makes no request yet. */
export function connectGraph(config: GraphSettings, deps: GraphDeps) {
  const { cloud, credential, graphAuth, linkOrigin } = config;
  const authDeps = { network: createMsalNetwork(deps), now: deps.now };
  const getAppToken = createApplicationTokens(credential, cloud, authDeps);
  // A managed identity has no app registration that people could sign in to.
  const userTokens =
    graphAuth === "delegated" && credential.kind !== "managed-identity"
      ? createUserTokens(
          {
            ...cloud,
            clientId: credential.clientId,
            createClient: () => createConfidentialClient(credential, cloud, authDeps),
            redirectUri: linkOrigin + AUTH_END_PATH,
          },
          deps,
        )
      : undefined;
  const getGraphToken: GetGraphToken = ({ userAadId, ...request }) =>
    userTokens && userAadId !== undefined
      ? userTokens.getToken({ ...request, userAadId })
      : getAppToken({ ...request, resource: cloud.graphOrigin });
  const acting: ActingPolicy = userTokens
    ? { mode: "delegated", signIn: userTokens }
    : { mode: "application" };
  const runOperation = createGraphClient({
    ...deps,
    origin: cloud.graphOrigin,
    getToken: getGraphToken,
  });
  return {
    getAppToken,
    getGraphToken,
    /** How people sign in, if meetings are created in their own names. */
    signIn: userTokens && {
      users: userTokens,
      /** The application id URI that Teams issues tokens for. */
      appIdUri: toAppIdUri(credential.clientId),
      /** The page for people who have to consent. */
      startUrl: linkOrigin + AUTH_START_PATH,
    },
    acting,
    onlineMeetings: createOnlineMeetings(runOperation, {
      hasBeta: cloud.hasGraphBeta,
      isDelegated: userTokens !== undefined,
    }),
    teamOwners: createTeamOwners(runOperation),
    callSubscriptions: createCallSubscriptions(
      runOperation,
      {
        notificationUrl: linkOrigin + GRAPH_EVENTS_PATH,
        certificates: config.notificationCertificates,
        toClientState: config.clientStates.create,
      },
      deps.log,
    ),
    attendanceReports: createAttendanceReports(runOperation, getGraphToken),
  };
}
