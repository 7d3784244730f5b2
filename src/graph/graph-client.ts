import { randomUUID } from "node:crypto";
import {
  DelegateBackoff,
  ExponentialBackoff,
  handleWhen,
  type FailureReason,
  type IBackoff,
  retry,
  TaskCancelledError,
} from "cockatiel";
import { withDeadline, type Sleep } from "../async/deadline";
import { AppError, toAppError, type ErrorDetails } from "../errors";
import type { Log } from "../log";
import { readGraphError } from "./read-graph-error";

/** The longest that one operation may take: a call or two, their repetitions included. */
export const GRAPH_DEADLINE_MS = 30_000;
const MAX_RETRIES = 2;
const MAX_RETRY_DELAY_MS = 5_000;

/**
 * An access token for Graph, a person's or the app's own; `refused` is the one to which Graph answered 401, if it
 * did.
 */
export type GetGraphToken = (request: {
  tenantId: string;
  userAadId?: string;
  refused?: string;
}) => Promise<string>;

export interface GraphCall {
  tenantId: string;
  /** In whose name it is made; the app's own, unless said. */
  userAadId?: string;
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** With its version: `/v1.0/users/…`. */
  path: string;
  body?: unknown;
  /** What a refusal is about; a meeting, unless said. */
  about?: "team";
}

export interface GraphAnswer {
  status: number;
  /** `undefined` with 204. */
  json: unknown;
  /** For the error of whoever cannot use the answer. */
  details: ErrorDetails;
}

export interface GraphClientDeps {
  origin: string;
  fetch: typeof fetch;
  getToken: GetGraphToken;
  now: () => Date;
  log: Log;
  deadlineMs?: number;
  retryDelayMs?: number;
  /** By the real clock, unless given. */
  sleepUntilDeadline?: Sleep;
}

export type CallGraph = (call: GraphCall) => Promise<GraphAnswer>;

/**
 * Roles and lobby scopes that came later are hidden without it, and a list that is sent back would lose them:
 * https://learn.microsoft.com/graph/best-practices-concept#handling-future-members-in-evolvable-enumerations
 */
const PREFER_ALL_VALUES = "include-unknown-enum-members";

/** Runs work that calls Graph, once or more, within one deadline. */
export type RunGraphOperation = <T>(work: (callGraph: CallGraph) => Promise<T>) => Promise<T>;

/**
 * Calls to Graph, as the rest of this folder needs them: a bearer token, a `client-request-id`, repetition of
 * what may pass (429, 5xx, a cut connection: all that we call is idempotent), a fresh token once after a 401,
 * and one deadline over all that an operation does.
 *
 * A call throws an `AppError` for whatever is neither 2xx with JSON nor 204, an operation `graph_timeout` at the
 * deadline. A Retry-After that lies beyond the deadline is reported at once.
 */
export function createGraphClient(deps: GraphClientDeps): RunGraphOperation {
  const { origin, getToken, now, log, sleepUntilDeadline } = deps;
  const { deadlineMs = GRAPH_DEADLINE_MS, retryDelayMs = 400 } = deps;

  return async function runOperation(work) {
    const deadline = now().getTime() + deadlineMs;
    const repetition = retry(
      handleWhen((error) => isWorthRepeating(error, deadline - now().getTime())),
      { maxAttempts: MAX_RETRIES, backoff: createBackoff(retryDelayMs) },
    ).dangerouslyUnref();
    try {
      return await withDeadline(
        deadlineMs,
        (signal) => work((call) => repetition.execute(() => callWithToken(call, signal), signal)),
        { sleep: sleepUntilDeadline },
      );
    } catch (error) {
      if (!(error instanceof TaskCancelledError)) throw error;
      log.warn({ deadlineMs }, "Graph did not answer before the deadline");
      throw new AppError("graph_timeout", {}, { cause: error });
    }
  };

  async function callWithToken(call: GraphCall, signal: AbortSignal): Promise<GraphAnswer> {
    const { tenantId, userAadId } = call;
    const whose = { tenantId, ...(userAadId !== undefined && { userAadId }) };
    signal.throwIfAborted();
    const token = await getToken(whose);
    try {
      return await callOnce(call, token, signal);
    } catch (error) {
      if (toAppError(error).code !== "token_refused") throw error;
    }
    const fresh = await getToken({ ...whose, refused: token });
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
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      text = await response.text();
    } catch (error) {
      throw new AppError("graph_unavailable", { clientRequestId }, { cause: error });
    }
    const { status, headers } = response;
    const graphRequestId = headers.get("request-id") ?? undefined;
    const details = { clientRequestId, ...(graphRequestId && { graphRequestId }) };
    log.debug({ method, status, ...details }, "Graph answered");
    if (!response.ok) {
      const retryAfter = headers.get("retry-after");
      throw readGraphError({ status, method, about, text, retryAfter, token, details, now: now() });
    }
    const answered = { ...details, status };
    if (status === 204) return { status, json: undefined, details: answered };
    try {
      const json: unknown = JSON.parse(text);
      return { status, json, details: answered };
    } catch {
      // Without its cause: the parser's own message quotes the body.
      throw new AppError("bad_answer", { ...answered, reason: "the body is no JSON" });
    }
  }
}

function isWorthRepeating(error: Error, leftMs: number): boolean {
  const { code, details } = toAppError(error);
  if (code !== "throttled" && code !== "graph_unavailable") return false;
  return (details.retryAfterSeconds ?? 0) * 1000 < leftMs;
}

/** As long as Graph asks for, else ever longer with jitter. */
function createBackoff(initialDelay: number) {
  const exponential = new ExponentialBackoff({ initialDelay, maxDelay: MAX_RETRY_DELAY_MS });
  return new DelegateBackoff<{ result: FailureReason<unknown> }, IBackoff<unknown>>(
    ({ result }, state = exponential.next()) => {
      const error = "error" in result ? toAppError(result.error) : undefined;
      const askedMs = (error?.details.retryAfterSeconds ?? 0) * 1000;
      return { delay: Math.max(askedMs, state.duration), state: state.next(undefined) };
    },
  );
}
