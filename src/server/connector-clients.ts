import type { ConnectorClient, ConnectorFactory } from "botframework-connector";
import { LRUCache } from "lru-cache";
import * as z from "zod";
import type { TimeCall } from "../metrics/time-calls";

/** Sends messages that everyone in the conversation sees. Those of `targeted` are for one person. */
export type TurnClient = ConnectorClient & { readonly targeted: ConnectorClient };

/** Gets a token to use instead of one that the Connector refused. */
export type ReplaceToken = (refused: string) => Promise<string>;

interface PipelineRequest {
  url: string;
  method: string;
  headers: { get(name: string): string | undefined; set(name: string, value: string): void };
}

/** As in `@azure/core-rest-pipeline`, which botbuilder doesn't export. */
interface PipelinePolicy {
  name: string;
  sendRequest<Request extends PipelineRequest, Response extends { status: number }>(
    request: Request,
    next: (request: Request) => Promise<Response>,
  ): Promise<Response>;
}

interface RequestPipeline {
  addPolicy(policy: PipelinePolicy, options?: { phase: "Sign" }): void;
  removePolicy(options: { phase: "Retry" }): unknown;
}

const clientSchema = z.object({
  client: z.object({
    pipeline: z.custom<RequestPipeline>(
      (pipeline) =>
        typeof pipeline === "object" &&
        pipeline !== null &&
        "addPolicy" in pipeline &&
        "removePolicy" in pipeline,
    ),
  }),
});

const TARGETING: PipelinePolicy = {
  name: "isTargetedActivity",
  sendRequest(request, next) {
    const url = new URL(request.url);
    url.searchParams.set("isTargetedActivity", "true");
    request.url = url.toString();
    return next(request);
  },
};

/** Sends a request once more with a fresh token after a 401, which posted nothing. */
function createTokenRenewal(replaceToken: ReplaceToken): PipelinePolicy {
  return {
    name: "tokenRenewal",
    async sendRequest(request, next) {
      const response = await next(request);
      if (response.status !== 401) return response;
      const [, refused] = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "") ?? [];
      if (!refused) return response;
      request.headers.set("authorization", `Bearer ${await replaceToken(refused)}`);
      return next(request);
    },
  };
}

/** Measures each request, including the ones that fail. */
function createTiming(timeCall: TimeCall): PipelinePolicy {
  return {
    name: "timing",
    async sendRequest(request, next) {
      const endCall = timeCall(toOperation(request));
      let status = "none";
      try {
        const response = await next(request);
        status = String(response.status);
        return response;
      } finally {
        endCall(status);
      }
    },
  };
}

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference */
function toOperation({ method, url }: PipelineRequest): string {
  if (url.includes("/v3/teams/")) return "getTeam";
  if (url.includes("/members/")) return "getMember";
  if (!url.includes("/activities")) return "openChat";
  if (method === "DELETE") return "delete";
  return method === "PUT" ? "update" : "send";
}

/** Teams has a service URL for each region and cloud, and some contain the tenant. */
const MAX_CLIENTS = 50;

/**
 * Keeps botbuilder's Connector clients, because creating one takes longer than the rest of a turn. A client serves
 * many turns at once, so nothing may change it after its creation.
 *
 * @param replaceToken absent if requests carry no token
 */
export function createConnectorClients(replaceToken: ReplaceToken | undefined, timeCall: TimeCall) {
  const clients = new LRUCache<string, TurnClient>({ max: MAX_CLIENTS });
  const policies = [
    ...(replaceToken ? [createTokenRenewal(replaceToken)] : []),
    createTiming(timeCall),
  ];

  return {
    find: (serviceUrl: string): TurnClient | undefined => clients.get(serviceUrl),

    async create(factory: ConnectorFactory, serviceUrl: string): Promise<TurnClient> {
      const targeted = await factory.create(serviceUrl);
      adaptPipeline(targeted, policies).addPolicy(TARGETING);
      const client = Object.assign(await factory.create(serviceUrl), { targeted });
      adaptPipeline(client, policies);
      clients.set(serviceUrl, client);
      return client;
    },
  };
}

/**
 * Turns off the client's retries. It repeats any failed request, so a message could be posted twice, and it waits as
 * long as Retry-After says. `bot/delivery/connector-calls.ts` decides what to retry, except for a 401.
 */
function adaptPipeline(
  connector: ConnectorClient,
  policies: readonly PipelinePolicy[],
): RequestPipeline {
  const { pipeline } = clientSchema.parse(connector).client;
  pipeline.removePolicy({ phase: "Retry" });
  // The last phase: earlier ones see an error instead of the response.
  for (const policy of policies) pipeline.addPolicy(policy, { phase: "Sign" });
  return pipeline;
}
