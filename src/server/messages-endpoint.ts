import { parseJson } from "../errors";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Activity, InvokeResponse } from "botbuilder";
import type { Log } from "../log";
import type { Metrics } from "../metrics/metrics";
import { INBOUND_REJECTIONS, type InboundRejection } from "./inbound-rejection";
import { findWrongField, isActivity } from "./activity-shape";
import type { InboundAuth } from "./inbound-auth";
import { fail, readBody } from "./read-body";
import { sendJson } from "./send-json";

/** Teams limits messages to about 100 KB. Forms and previews are smaller than this, too. */
const BODY_LIMIT_BYTES = 256 * 1024;
const AUTHORIZATION = /^authorization$/i;

export interface MessagesEndpointDeps {
  authenticate: InboundAuth["authenticate"];
  /** Handles an activity. Returns the response to an invoke. */
  answer: (activity: Activity) => Promise<InvokeResponse | undefined>;
  log: Log;
  metrics?: Metrics | undefined;
}

/**
 * `POST /api/messages` on plain `node:http`: checks size, JSON, shape and token, then runs the turn.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 *
 * Returns a 4xx with one sentence for anything that isn't an activity. Responses never hold an error's own text.
 */
export function createMessagesEndpoint({
  authenticate,
  answer,
  log,
  metrics,
}: MessagesEndpointDeps) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const read =
      request.method === "POST"
        ? await readBody(request, BODY_LIMIT_BYTES)
        : fail(405, "Send activities by POST.");
    const received = read.ok ? toActivity(read.text) : read;
    if (!received.ok) {
      const { status, error } = received;
      log.info({ status, problem: error }, "received a request that isn't an activity");
      return sendJson(response, status, { error });
    }
    try {
      const { activity } = received;
      const rejection = await authenticate(readAuthorization(request), activity);
      if (rejection) return reject(response, rejection);
      const invokeResponse = await answer(activity);
      return sendJson(response, invokeResponse?.status ?? 200, invokeResponse?.body);
    } catch (error) {
      log.error({}, "couldn't handle an activity", error);
      return sendJson(response, 500, { error: "Something went wrong here. Try again." });
    }
  };

  /** Returns the same 401 for every reason; 503 when the signing keys can't be fetched, so that callers retry. */
  function reject(response: ServerResponse, { reason, details }: InboundRejection): void {
    metrics?.activityRejected(reason);
    log.warn({ reason, ...details }, `rejected an activity: ${INBOUND_REJECTIONS[reason]}`);
    if (reason === "keys_unavailable") {
      return sendJson(response, 503, { error: "Something went wrong here. Try again." });
    }
    return sendJson(response, 401, { error: "This request is not authorized." });
  }
}

/** Joins repeated headers, which makes them invalid. Node would use the first one. */
function readAuthorization({ rawHeaders }: IncomingMessage): string {
  return rawHeaders
    .filter((_, index) => index % 2 === 1 && AUTHORIZATION.test(rawHeaders[index - 1] ?? ""))
    .join(", ");
}

function toActivity(text: string) {
  const body = dropNulls(parseJson(text));
  if (isActivity(body)) return { ok: true as const, activity: body };
  const field = findWrongField(body);
  return fail(
    400,
    field
      ? `The body is no activity: its ${field} is missing, or not what an activity has there.`
      : "The body is no activity: it is no JSON object.",
  );
}

/** Null fields mean the same as absent ones. */
function dropNulls(json: unknown): unknown {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return undefined;
  return Object.values(json).includes(null)
    ? Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null))
    : json;
}
