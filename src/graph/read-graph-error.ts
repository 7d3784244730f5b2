import * as z from "zod";
import { parseJson, AppError, type ErrorCode, type ErrorDetails } from "../errors";
import { readRetryAfterSeconds } from "../resilience/retry-after";
import type { GraphCall } from "./graph-client";
import { hasApplicationPermission, hasDelegatedPermission } from "./permissions";

interface GraphFailure extends Pick<GraphCall, "method" | "about"> {
  status: number;
  /** The raw body: Graph's envelope, another service's HTML, or empty. */
  text: string;
  retryAfter: string | null | undefined;
  /** The access token of the call. Its permissions show whether a permission or a policy is missing. */
  token: string;
  details: ErrorDetails;
  now: Date;
}

/** Codes and messages count as empty in a body that is empty, HTML or another service's. */
const envelopeSchema = z
  .object({ error: z.object({ code: z.string().catch(""), message: z.string().catch("") }) })
  .catch({ error: { code: "", message: "" } });

/** Based on https://learn.microsoft.com/graph/errors and on reports about the codes of onlineMeetings. */
export function readGraphError(failure: GraphFailure): AppError {
  const { code: graphCode, message } = envelopeSchema.parse(parseJson(failure.text)).error;
  return new AppError(toErrorCode(failure, graphCode, message), {
    ...failure.details,
    status: failure.status,
    graphCode: graphCode || undefined,
    retryAfterSeconds: readRetryAfterSeconds(failure.retryAfter, failure.now),
  });
}

function toErrorCode(failure: GraphFailure, graphCode: string, message: string): ErrorCode {
  const { status, about } = failure;
  if (status === 401) return "token_refused";
  if (status === 429) return "throttled";
  if (status >= 500) return "graph_unavailable";
  // The codes below are about permissions and policies that only meetings need.
  return about ? "graph_refused" : toMeetingErrorCode(failure, graphCode, message);
}

function toMeetingErrorCode(failure: GraphFailure, graphCode: string, message: string): ErrorCode {
  switch (failure.status) {
    case 400:
      return "bad_request";
    case 403:
      if (/application\s*access\s*policy/i.test(message)) return "policy_missing";
      if (graphCode === "Authorization_RequestDenied") return "permission_missing";
      if (message.startsWith("3003")) return "not_a_participant";
      return graphCode === "Forbidden" && message === ""
        ? explainEmptyForbidden(failure.token)
        : "graph_refused";
    case 404:
      if (graphCode === "UnknownError") return "organizer_unknown";
      if (message.startsWith("3004")) return "meeting_gone";
      // createOrGet is the only POST, and it doesn't name a meeting that could be missing.
      if (graphCode === "NotFound" && failure.method !== "POST") return "meeting_gone";
      return "graph_refused";
    default:
      return "graph_refused";
  }
}

/** Application access policies don't apply to people's own tokens. */
function explainEmptyForbidden(token: string): ErrorCode {
  if (hasDelegatedPermission(token)) return "graph_refused";
  return hasApplicationPermission(token) ? "policy_missing" : "permission_missing";
}
