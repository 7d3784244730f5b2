import { randomUUID } from "node:crypto";
import { BrokenCircuitError, BulkheadRejectedError, TaskCancelledError } from "cockatiel";
import type { Dependencies } from "../deps";
import { parseJson, AppError, toAppError, type ErrorDetails } from "../errors";
import { timeCalls } from "../metrics/time-calls";
import { POLICIES } from "../resilience/policies";
import { createPolicy, type Failure, type Operation } from "../resilience/policy";
import { readGraphError } from "./read-graph-error";

/** An access token for Graph, the app's own or a user's. `refused` is a token that Graph just rejected with 401. */
export type GetGraphToken = (request: {
  tenantId: string;
  userAadId?: string;
  refused?: string;
}) => Promise<string>;

export interface GraphCall {
  tenantId: string;
  /** Use this user's token instead of the app's. */
  userAadId?: string;
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Including the version: `/v1.0/users/…`. */
  path: string;
  body?: unknown;
  /** What the call is about, which gives error codes their meaning. Defaults to a meeting. */
  about?: "team" | "subscription" | "attendance";
}

/** What the other calls are named in the metrics. */
const OTHER_OPERATIONS: Record<NonNullable<GraphCall["about"]>, string> = {
  team: "listOwners",
  subscription: "subscribe",
  attendance: "listAttendance",
};

/** What the calls for meetings are named in the metrics. */
const OPERATIONS: Record<GraphCall["method"], string> = {
  GET: "get",
  POST: "createOrGet",
  PATCH: "update",
  DELETE: "delete",
};

export type GraphTarget = Pick<GraphCall, "tenantId" | "userAadId" | "path">;

export interface GraphAnswer {
  status: number;
  /** `undefined` for a 204. */
  json: unknown;
  /** Details for the error of a caller that can't use the answer. */
  details: ErrorDetails;
}

export type GraphDeps = Pick<
  Dependencies,
  "fetch" | "now" | "sleep" | "sleepBeforeRetry" | "log" | "metrics"
>;

interface GraphClientDeps extends GraphDeps {
  origin: string;
  getToken: GetGraphToken;
  deadlineMs?: number;
}

export type CallGraph = (call: GraphCall) => Promise<GraphAnswer>;

/**
 * Without it Graph hides roles and lobby scopes that were added later, and sending a list back would drop them:
 * https://learn.microsoft.com/graph/best-practices-concept#handling-future-members-in-evolvable-enumerations
 */
const PREFER_ALL_VALUES = "include-unknown-enum-members";

/** The path of the next page of a list. Graph's origin is dropped, so that no token goes elsewhere. */
export function toGraphPath(nextLink: string | undefined): string | undefined {
  if (nextLink === undefined || !URL.canParse(nextLink)) return undefined;
  const { pathname, search } = new URL(nextLink);
  // A `mailto:` link's path would continue the origin's host.
  return pathname.startsWith("/") ? pathname + search : undefined;
}

/** Runs work that makes one or more Graph calls within one deadline. */
export type RunGraphOperation = <T>(work: (callGraph: CallGraph) => Promise<T>) => Promise<T>;

/**
 * Sends calls with a bearer token and a `client-request-id`. Retries 429, 5xx and connection errors, because all our
 * calls are idempotent, and retries a 401 once with a fresh token. One deadline covers the whole operation.
 *
 * A call throws an `AppError` unless it gets a 2xx with JSON or a 204. An operation throws `graph_timeout` at the
 * deadline, and `graph_down` at once while Graph is failing. A Retry-After beyond the deadline fails at once.
 */
export function createGraphClient(deps: GraphClientDeps): RunGraphOperation {
  const { origin, getToken, now, log, deadlineMs = POLICIES.graph.deadlineMs } = deps;
  const timeCall = timeCalls("graph", deps.metrics);
  const run = createPolicy({ ...POLICIES.graph, deadlineMs }, deps, readFailure);

  return async function runOperation(work) {
    try {
      return await run((operation) =>
        work((call) => operation.retry(() => callWithToken(call, operation))),
      );
    } catch (error) {
      throw toGraphError(error);
    }
  };

  function toGraphError(error: unknown): unknown {
    if (error instanceof BrokenCircuitError) return new AppError("graph_down");
    if (error instanceof BulkheadRejectedError) {
      return new AppError("throttled", { reason: "too many calls at once" });
    }
    if (!(error instanceof TaskCancelledError)) return error;
    log.warn({ deadlineMs }, "Graph didn't answer before the deadline");
    return new AppError("graph_timeout", {}, { cause: error });
  }

  async function callWithToken(
    graphCall: GraphCall,
    { call, signal }: Operation,
  ): Promise<GraphAnswer> {
    const { tenantId, userAadId } = graphCall;
    const owner = { tenantId, userAadId };
    signal.throwIfAborted();
    const token = await getToken(owner);
    try {
      return await call((attempt) => callOnce(graphCall, token, attempt));
    } catch (error) {
      if (toAppError(error).code !== "token_refused") throw error;
    }
    const fresh = await getToken({ ...owner, refused: token });
    try {
      return await call((attempt) => callOnce(graphCall, fresh, attempt));
    } catch (error) {
      const { code, details } = toAppError(error);
      if (code !== "token_refused" || userAadId === undefined) throw error;
      throw new AppError("sign_in_needed", details, { cause: error });
    }
  }

  async function callOnce(
    { method, path, body, about }: GraphCall,
    token: string,
    signal: AbortSignal,
  ): Promise<GraphAnswer> {
    const clientRequestId = randomUUID();
    const endCall = timeCall(about ? OTHER_OPERATIONS[about] : OPERATIONS[method]);
    let response;
    let text;
    try {
      response = await deps.fetch(origin + path, {
        method,
        signal,
        headers: {
          authorization: `Bearer ${token}`,
          accept: "application/json",
          prefer: PREFER_ALL_VALUES,
          "client-request-id": clientRequestId,
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        body: JSON.stringify(body),
      });
      text = await response.text();
    } catch (error) {
      throw new AppError("graph_unavailable", { clientRequestId }, { cause: error });
    } finally {
      endCall(response ? String(response.status) : "none");
    }
    const { status, headers } = response;
    const details = { clientRequestId, graphRequestId: headers.get("request-id") || undefined };
    log.debug({ method, status, ...details }, "Graph answered");
    if (!response.ok) {
      const retryAfter = headers.get("retry-after");
      throw readGraphError({ status, method, about, text, retryAfter, token, details, now: now() });
    }
    const json = status === 204 ? undefined : parseJson(text);
    if (status !== 204 && json === undefined) {
      throw new AppError("bad_answer", { ...details, status, reason: "the body isn't JSON" });
    }
    return { status, json, details: { ...details, status } };
  }
}

function readFailure(error: Error): Failure | undefined {
  const { code, details } = toAppError(error);
  const { retryAfterSeconds } = details;
  if (code === "throttled") return { isOutage: false, isRetryable: true, retryAfterSeconds };
  if (code === "graph_unavailable") {
    return { isOutage: true, isRetryable: true, retryAfterSeconds };
  }
  // A 2xx, so the request was carried out.
  return code === "bad_answer" ? { isOutage: true, isRetryable: false } : undefined;
}
