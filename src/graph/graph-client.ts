import { randomUUID } from "node:crypto";
import { handleWhen, retry, TaskCancelledError } from "cockatiel";
import { createBackoff } from "../async/backoff";
import { withDeadline, type Sleep } from "../async/deadline";
import type { Dependencies } from "../deps";
import { parseJson, AppError, toAppError, type ErrorDetails } from "../errors";
import { timeCalls } from "../metrics/time-calls";
import { readGraphError } from "./read-graph-error";

/** The limit for one operation, including all its calls and retries. */
export const GRAPH_DEADLINE_MS = 30_000;
const MAX_RETRIES = 2;
const MAX_RETRY_DELAY_MS = 5_000;

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
  about?: "team";
}

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

interface GraphClientDeps extends Pick<
  Dependencies,
  "fetch" | "now" | "log" | "metrics" | "retryDelayMs"
> {
  origin: string;
  getToken: GetGraphToken;
  deadlineMs?: number;
  /** Defaults to the real clock. */
  sleepUntilDeadline?: Sleep;
}

export type CallGraph = (call: GraphCall) => Promise<GraphAnswer>;

/**
 * Without it Graph hides roles and lobby scopes that were added later, and sending a list back would drop them:
 * https://learn.microsoft.com/graph/best-practices-concept#handling-future-members-in-evolvable-enumerations
 */
const PREFER_ALL_VALUES = "include-unknown-enum-members";

/** Runs work that makes one or more Graph calls within one deadline. */
export type RunGraphOperation = <T>(work: (callGraph: CallGraph) => Promise<T>) => Promise<T>;

/**
 * Sends calls with a bearer token and a `client-request-id`. Retries 429, 5xx and connection errors, because all our
 * calls are idempotent, and retries a 401 once with a fresh token. One deadline covers the whole operation.
 *
 * A call throws an `AppError` unless it gets a 2xx with JSON or a 204. An operation throws `graph_timeout` at the
 * deadline. A Retry-After beyond the deadline fails at once.
 */
export function createGraphClient(deps: GraphClientDeps): RunGraphOperation {
  const { origin, getToken, now, log, sleepUntilDeadline } = deps;
  const { deadlineMs = GRAPH_DEADLINE_MS, retryDelayMs = 400 } = deps;
  const timeCall = timeCalls("graph", deps.metrics);
  const delays = { initialDelay: retryDelayMs, maxDelay: MAX_RETRY_DELAY_MS };

  return async function runOperation(work) {
    const deadline = now().getTime() + deadlineMs;
    const retries = retry(
      handleWhen((error) => isRetryable(error, deadline - now().getTime())),
      { maxAttempts: MAX_RETRIES, backoff: createBackoff(delays, retryAfterSecondsOf) },
    ).dangerouslyUnref();
    try {
      return await withDeadline(
        deadlineMs,
        (signal) => work((call) => retries.execute(() => callWithToken(call, signal), signal)),
        { sleep: sleepUntilDeadline },
      );
    } catch (error) {
      if (!(error instanceof TaskCancelledError)) throw error;
      log.warn({ deadlineMs }, "Graph didn't answer before the deadline");
      throw new AppError("graph_timeout", {}, { cause: error });
    }
  };

  async function callWithToken(call: GraphCall, signal: AbortSignal): Promise<GraphAnswer> {
    const { tenantId, userAadId } = call;
    const owner = { tenantId, userAadId };
    signal.throwIfAborted();
    const token = await getToken(owner);
    try {
      return await callOnce(call, token, signal);
    } catch (error) {
      if (toAppError(error).code !== "token_refused") throw error;
    }
    const fresh = await getToken({ ...owner, refused: token });
    try {
      return await callOnce(call, fresh, signal);
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
    const endCall = timeCall(about === "team" ? "listOwners" : OPERATIONS[method]);
    let response;
    let text;
    try {
      response = await deps.fetch(new URL(path, origin), {
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

function isRetryable(error: Error, leftMs: number): boolean {
  const { code } = toAppError(error);
  if (code !== "throttled" && code !== "graph_unavailable") return false;
  return (retryAfterSecondsOf(error) ?? 0) * 1000 < leftMs;
}

function retryAfterSecondsOf(error: Error): number | undefined {
  return toAppError(error).details.retryAfterSeconds;
}
