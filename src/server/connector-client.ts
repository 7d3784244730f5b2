import * as z from "zod";
import type { Dependencies } from "../deps";
import { ConnectorError, parseJson } from "../errors";
import type { FetchResponse } from "../http-fetch";
import { isFields } from "../json";
import type { JsonBytes } from "../json-bytes";
import type { Connector } from "../meetings/ports/connector";
import { timeCalls } from "../metrics/time-calls";
import { INBOUND_REJECTIONS } from "./inbound-rejection";
import type { ServiceUrlAllowlist } from "./service-url-allowlist";

/** An access token for the Connector. `refused` is one that it just rejected with 401. */
export type GetConnectorToken = (refused?: string) => Promise<string>;

interface ConnectorClientDeps extends Pick<Dependencies, "fetch" | "log" | "metrics"> {
  checkServiceUrl: ServiceUrlAllowlist;
  /** Absent if requests carry no token. */
  getToken: GetConnectorToken | undefined;
}

interface Call {
  /** In the metrics. */
  operation: string;
  method: "GET" | "POST" | "PUT" | "DELETE";
  serviceUrl: string;
  /** Below the service URL. */
  path: string;
  body?: JsonBytes;
}

interface Answer extends Pick<FetchResponse, "status" | "headers"> {
  text: string;
}

const TARGETED = "?isTargetedActivity=true";

const errorSchema = z.object({ error: z.object({ code: z.string().regex(/^\w{1,60}$/) }) });

/** Calls Teams' Connector. Checks every service URL, because a stored one is as untrusted as one in an activity. */
export function createConnectorClient(deps: ConnectorClientDeps): Connector {
  const { checkServiceUrl, getToken, log } = deps;
  const timeCall = timeCalls("connector", deps.metrics);

  return {
    send: ({ serviceUrl, conversationId }, activity, replyToId) =>
      send(serviceUrl, toActivityPath(conversationId, replyToId), activity),

    sendTargeted: ({ serviceUrl, conversationId }, activity) =>
      send(serviceUrl, toActivityPath(conversationId) + TARGETED, activity),

    update: ({ serviceUrl, conversationId }, activityId, activity) =>
      update(serviceUrl, toActivityPath(conversationId, activityId), activity),

    updateTargeted: ({ serviceUrl, conversationId }, activityId, activity) =>
      update(serviceUrl, toActivityPath(conversationId, activityId) + TARGETED, activity),

    delete({ serviceUrl, conversationId }, activityId) {
      const path = toActivityPath(conversationId, activityId);
      return call({ operation: "delete", method: "DELETE", serviceUrl, path }, ignore);
    },

    openChat(serviceUrl, body) {
      const path = "/v3/conversations";
      return call({ operation: "openChat", method: "POST", serviceUrl, path, body }, (json) => {
        const id = readId(json);
        if (id === undefined) throw new Error("Teams returned a chat without an id");
        return id;
      });
    },

    getMember({ serviceUrl, conversationId }, memberId) {
      const path = `${toConversationPath(conversationId)}/members/${encodeURIComponent(memberId)}`;
      return call({ operation: "getMember", method: "GET", serviceUrl, path }, asIs);
    },

    getTeam({ serviceUrl, conversationId }) {
      const path = `/v3/teams/${encodeURIComponent(conversationId)}`;
      return call({ operation: "getTeam", method: "GET", serviceUrl, path }, asIs);
    },

    getMeeting(serviceUrl, teamsMeetingId) {
      const path = `/v1/meetings/${encodeURIComponent(teamsMeetingId)}`;
      return call({ operation: "getMeeting", method: "GET", serviceUrl, path }, asIs);
    },

    async prepare(serviceUrl) {
      assertAllowed(serviceUrl);
      await getToken?.();
    },
  };

  function send(serviceUrl: string, path: string, body: JsonBytes): Promise<string | undefined> {
    return call({ operation: "send", method: "POST", serviceUrl, path, body }, readId);
  }

  function update(serviceUrl: string, path: string, body: JsonBytes): Promise<void> {
    return call({ operation: "update", method: "PUT", serviceUrl, path, body }, ignore);
  }

  async function call<T>(request: Call, read: (json: unknown) => T): Promise<T> {
    assertAllowed(request.serviceUrl);
    if (!getToken) return read(toJson(await sendOnce(request)));
    const token = await getToken();
    const answer = await sendOnce(request, token);
    // A 401 posted nothing.
    const isRefused = answer.status === 401;
    return read(toJson(isRefused ? await sendOnce(request, await getToken(token)) : answer));
  }

  function assertAllowed(serviceUrl: string): void {
    const rejection = checkServiceUrl(serviceUrl);
    if (!rejection) return;
    const { reason, details } = rejection;
    log.warn(
      { reason, ...details },
      `sent nothing to a service URL: ${INBOUND_REJECTIONS[reason]}`,
    );
    throw new Error(`The service URL was rejected: ${reason}`);
  }

  /** Has no time limit: after the policy's, a message that arrives late is better than none. */
  async function sendOnce(
    { operation, method, serviceUrl, path, body }: Call,
    token?: string,
  ): Promise<Answer> {
    const origin = serviceUrl.endsWith("/") ? serviceUrl.slice(0, -1) : serviceUrl;
    const headers: Record<string, string> = { accept: "application/json" };
    if (token !== undefined) headers["authorization"] = `Bearer ${token}`;
    if (body) headers["content-type"] = "application/json; charset=utf-8";
    const endCall = timeCall(operation);
    let status = "none";
    try {
      const response = await deps.fetch(origin + path, {
        method,
        headers,
        ...(body && { body: Buffer.from(body.text, "latin1") }),
      });
      const text = await response.text();
      status = String(response.status);
      return { status: response.status, headers: response.headers, text };
    } catch (error) {
      throw new ConnectorError("Teams didn't respond", { code: codeOf(error) }, { cause: error });
    } finally {
      endCall(status);
    }
  }
}

function toConversationPath(conversationId: string): string {
  return `/v3/conversations/${encodeURIComponent(conversationId)}`;
}

function toActivityPath(conversationId: string, activityId?: string): string {
  const path = `${toConversationPath(conversationId)}/activities`;
  return activityId ? `${path}/${encodeURIComponent(activityId)}` : path;
}

/** `undefined` if there's no JSON: some calls return nothing, or a text that no one needs. */
function toJson({ status, headers, text }: Answer): unknown {
  if (status < 200 || status >= 300) {
    throw new ConnectorError(`Teams returned ${status}`, {
      statusCode: status,
      code: errorSchema.safeParse(parseJson(text)).data?.error.code,
      retryAfter: headers.get("retry-after") ?? undefined,
    });
  }
  const contentType = headers.get("content-type") ?? "json";
  if (text === "" || !contentType.includes("json")) return undefined;
  const json = parseJson(text);
  if (json !== undefined) return json;
  throw new ConnectorError("Teams' response couldn't be read", { statusCode: status });
}

function readId(json: unknown): string | undefined {
  return isFields(json) && typeof json.id === "string" ? json.id : undefined;
}

function asIs(json: unknown): unknown {
  return json;
}

function ignore(): void {}

/** Such as `ECONNRESET`. */
function codeOf(error: unknown): string | undefined {
  return isFields(error) && typeof error.code === "string" ? error.code : undefined;
}
