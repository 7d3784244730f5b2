import { randomUUID } from "node:crypto";
import {
  createApplicationTokens,
  type GetApplicationToken,
} from "../../src/auth/application-tokens";
import type { AppCredential } from "../../src/auth/app-credential";
import { createMsalNetwork } from "../../src/auth/msal-network";
import { createConfidentialClient } from "../../src/auth/confidential-client";
import { createUserTokens, type UserTokens } from "../../src/auth/user-tokens";
import { CLOUDS, type CloudName } from "../../src/clouds";
import { createGraphClient, type GetGraphToken } from "../../src/graph/graph-client";
import { createOnlineMeetings } from "../../src/graph/online-meetings";
import { createTeamOwners } from "../../src/graph/team-owners";
import { startLocalCloud, type LocalCloud } from "../../src/local/local-cloud";
import { httpFetch, type Fetch, type FetchResponse } from "../../src/http-fetch";
import { createLocalFetch } from "../../src/local/local-fetch";
import { createDefaultSettings } from "../../src/local/local-settings";
import type { Log, LogFields } from "../../src/log";
import type {
  CreateOrGetCall,
  MeetingAddress,
  OnlineMeeting,
  OnlineMeetings,
} from "../../src/meetings/ports/online-meeting";
import type { TeamOwners } from "../../src/meetings/ports/team-owners";
import { Secret } from "../../src/secret";
import { ada, TENANT } from "./activities";
import { createTestClock, type TestClock } from "./clock";
import { SIGNING_PAIR } from "./rsa-pairs";
import { realNow } from "./real-clock";

export const CLIENT_ID = "99999999-8888-4777-8666-555555555555";
const REDIRECT_URI = "https://rendezvous.example.com/auth-end";
export const CLIENT_SECRET = "xYz~test-secret-of-the-app";

/** An outgoing request, and its response headers. */
export interface OutgoingRequest {
  url: URL;
  method: string;
  headers: Headers;
  body?: string;
  /** Absent when the connection was cut. */
  responseHeaders?: FetchResponse["headers"];
}

export interface ConnectOptions {
  hasBeta?: boolean;
  /** Whether calls use organizers' delegated tokens. */
  isDelegated?: boolean;
  /** Measured by the test's clock. */
  deadlineMs?: number;
  clientSecret?: string;
  /** Instead of the client secret. */
  credential?: AppCredential;
  cloudName?: CloudName;
  /** The number of Graph's first responses that are lost. */
  lostAnswers?: number;
  /** Runs before each request goes out. */
  beforeRequest?: (request: OutgoingRequest) => void;
}

/** The app's Graph and Entra clients, over real HTTP. */
export interface Connection {
  onlineMeetings: OnlineMeetings;
  teamOwners: TeamOwners;
  getToken: GetGraphToken;
  /** Tokens of users who signed in. */
  userTokens: UserTokens;
  /** The app's tokens, for any resource. */
  getAppToken: GetApplicationToken;
  /** Requests to Graph, and to Entra's token endpoint. */
  toGraph: OutgoingRequest[];
  toTokens: OutgoingRequest[];
  /** How long each retry of a call to Graph waits, in ms. Tests don't wait. */
  retryDelays: number[];
  /** Logged warnings and errors. */
  warnings: { fields: LogFields; message: string }[];
}

export interface MeetingConnection extends Connection {
  meeting: OnlineMeeting;
  address: MeetingAddress;
  path: string;
}

export interface TestGraph {
  /** The embedded cloud. Each test starts with default settings; meetings remain. */
  cloud: LocalCloud;
  /** The clock of the cloud, deadlines and faults: a fault's `delayMs` ends when a test advances it. */
  clock: TestClock;
  /** Requests to the managed identity endpoint. */
  toIdentity: URL[];
  connect(options?: ConnectOptions): Connection;
  /** A connection with a token and a new meeting of Ada's, without logged requests. */
  connectToMeeting(options?: ConnectOptions): Promise<MeetingConnection>;
  /** The calls of Graph, such as `["PATCH", 200]`. */
  calls(): [method: string, status: number | null][];
}

/**
 * Starts one embedded cloud for all tests of a file. Call it once, outside the tests. Fails tests with unused planned
 * faults.
 *
 * `hasIdentity` sets the environment variables of managed identities, which MSAL reads once per process. MSAL uses the
 * real clock for their expiry, so the test's clock starts at the real time.
 */
export function useGraph({ hasIdentity = false } = {}): TestGraph {
  const startClock = () =>
    hasIdentity ? createTestClock(realNow().toISOString()) : createTestClock();
  const variables: Record<string, string | undefined> = {};
  const graph: TestGraph = {
    cloud: undefined!,
    clock: startClock(),
    toIdentity: [],
    connect,
    connectToMeeting,
    calls: () => graph.cloud.requests().map(({ method, status }) => [method, status]),
  };

  beforeAll(async () => {
    graph.cloud = await startLocalCloud({
      signingPair: SIGNING_PAIR,
      now: () => graph.clock.now(),
      sleep: (ms, signal) => graph.clock.sleep(ms, signal),
    });
    if (!hasIdentity) return;
    for (const [name, value] of Object.entries(graph.cloud.identityVariables)) {
      variables[name] = process.env[name];
      process.env[name] = value;
    }
  });
  beforeEach(() => {
    graph.clock = startClock();
    graph.toIdentity = [];
    Object.assign(graph.cloud.settings, createDefaultSettings());
    graph.cloud.clearRequests();
  });
  afterEach(() => {
    expect(graph.cloud.clearFaults()).toEqual([]);
  });
  afterAll(async () => {
    for (const [name, value] of Object.entries(variables)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await graph.cloud.close();
  });
  return graph;

  async function connectToMeeting(options?: ConnectOptions): Promise<MeetingConnection> {
    const { meeting } = await connect().onlineMeetings.createOrGet(aRequest());
    const connection = connect(options);
    await connection.getToken({ tenantId: TENANT });
    graph.cloud.clearRequests();
    const address = { tenantId: TENANT, organizerAadId: ada.aadId, meetingId: meeting.id };
    const path = `/v1.0/users/${ada.aadId}/onlineMeetings/${encodeURIComponent(meeting.id)}`;
    return { ...connection, meeting, address, path };
  }

  function connect(options: ConnectOptions = {}): Connection {
    const { hasBeta = true, deadlineMs, clientSecret } = options;
    const microsoft = CLOUDS[options.cloudName ?? "global"];
    const { graphOrigin, loginOrigin } = microsoft;
    const connection = {
      toGraph: [],
      toTokens: [],
      retryDelays: [],
      warnings: [],
    } as unknown as Connection;
    const localFetch = createLocalFetch(httpFetch, [graphOrigin, loginOrigin], graph.cloud.url);

    const watchedFetch: Fetch = async (input, init) => {
      const url = new URL(input);
      const headers = new Headers(init?.headers);
      const body = typeof init?.body === "string" ? { body: init.body } : {};
      const request: OutgoingRequest = { url, method: init?.method ?? "GET", headers, ...body };
      if (url.origin === graphOrigin) connection.toGraph.push(request);
      else if (url.origin === loginOrigin) connection.toTokens.push(request);
      else graph.toIdentity.push(url);
      options.beforeRequest?.(request);
      const response = await localFetch(input, init);
      if (url.origin === graphOrigin && connection.toGraph.length <= (options.lostAnswers ?? 0)) {
        throw new TypeError("fetch failed");
      }
      request.responseHeaders = response.headers;
      return response;
    };

    const secret = {
      kind: "secret",
      clientId: CLIENT_ID,
      secret: new Secret(clientSecret ?? CLIENT_SECRET),
    } as const;
    const time = {
      now: () => graph.clock.now(),
      sleep: (ms: number, signal?: AbortSignal) => graph.clock.sleep(ms, signal),
      sleepBeforeRetry: async () => {},
    };
    const network = createMsalNetwork({ fetch: watchedFetch, ...time });
    const deps = { network, now: time.now };
    const credential = options.credential ?? secret;
    const registration = credential.kind === "managed-identity" ? secret : credential;
    connection.getAppToken = createApplicationTokens(credential, microsoft, deps);
    connection.userTokens = createUserTokens(
      {
        clientId: CLIENT_ID,
        createClient: () => createConfidentialClient(registration, microsoft, deps),
        loginOrigin,
        graphOrigin,
        redirectUri: REDIRECT_URI,
      },
      deps,
    );
    connection.getToken = (request) =>
      connection.getAppToken({ ...request, resource: graphOrigin });
    const runOperation = createGraphClient({
      origin: graphOrigin,
      fetch: watchedFetch,
      getToken: ({ userAadId, ...request }) =>
        userAadId === undefined
          ? connection.getToken(request)
          : connection.userTokens.getToken({ ...request, userAadId }),
      ...time,
      log: createWarningLog(connection.warnings),
      ...(deadlineMs !== undefined && { deadlineMs }),
      sleepBeforeRetry: async (ms) => void connection.retryDelays.push(ms),
    });
    connection.onlineMeetings = createOnlineMeetings(runOperation, {
      hasBeta,
      isDelegated: options.isDelegated ?? false,
    });
    connection.teamOwners = createTeamOwners(runOperation);
    return connection;
  }
}

function createWarningLog(warnings: Connection["warnings"]): Log {
  const keep = (fields: LogFields, message: string) => void warnings.push({ fields, message });
  return { debug() {}, info() {}, warn: keep, error: keep };
}

/** A createOrGet of Ada's for a new meeting. */
export function aRequest(fields: Partial<CreateOrGetCall> = {}): CreateOrGetCall {
  return {
    tenantId: TENANT,
    organizerAadId: ada.aadId,
    externalId: randomUUID(),
    subject: "Sprint review",
    ...fields,
  };
}
