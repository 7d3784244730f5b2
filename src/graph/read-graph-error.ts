import { z } from "zod";
import { AppError, type ErrorCode, type ErrorDetails } from "../errors";
import type { GraphCall } from "./graph-client";
import { hasApplicationPermission, hasDelegatedPermission } from "./permissions";

export interface GraphFailure extends Pick<GraphCall, "method" | "about"> {
  status: number;
  /** The body as it came: Graph's envelope, another service's HTML, or nothing. */
  text: string;
  retryAfter: string | null;
  /** The access token that was sent: what it permits tells a missing permission from a missing policy. */
  token: string;
  details: ErrorDetails;
  now: Date;
}

const envelopeSchema = z.object({
  error: z.object({ code: z.string().catch(""), message: z.string().catch("") }),
});

/** https://learn.microsoft.com/graph/errors, and what users of onlineMeetings report of its codes. */
export function readGraphError(failure: GraphFailure): AppError {
  const { code: graphCode, message } = readEnvelope(failure.text);
  const code = toErrorCode(failure, graphCode, message);
  const retryAfterSeconds = readRetryAfterSeconds(failure.retryAfter, failure.now);
  return new AppError(code, {
    ...failure.details,
    status: failure.status,
    ...(graphCode && { graphCode }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
}

function toErrorCode(failure: GraphFailure, graphCode: string, message: string): ErrorCode {
  const { status, about } = failure;
  if (status === 401) return "token_refused";
  if (status === 429) return "throttled";
  if (status >= 500) return "graph_unavailable";
  // Only a meeting needs the permission and the policy that the codes below speak of.
  return about === "team" ? "graph_refused" : toMeetingRefusal(failure, graphCode, message);
}

function toMeetingRefusal(failure: GraphFailure, graphCode: string, message: string): ErrorCode {
  switch (failure.status) {
    case 400:
      return "bad_request";
    case 403:
      if (/application\s*access\s*policy/i.test(message)) return "policy_missing";
      if (graphCode === "Authorization_RequestDenied") return "permission_missing";
      if (message.startsWith("3003")) return "not_a_participant";
      return graphCode === "Forbidden" && message === ""
        ? toSilentRefusal(failure.token)
        : "graph_refused";
    case 404:
      if (graphCode === "UnknownError") return "organizer_unknown";
      if (message.startsWith("3004")) return "meeting_gone";
      // createOrGet is the only POST, and names no meeting that could be missing.
      if (graphCode === "NotFound" && failure.method !== "POST") return "meeting_gone";
      return "graph_refused";
    default:
      return "graph_refused";
  }
}

function readEnvelope(text: string): { code: string; message: string } {
  try {
    return envelopeSchema.parse(JSON.parse(text)).error;
  } catch {
    return { code: "", message: "" }; // empty or HTML: the status has to do
  }
}

/** No policy stands between a person and their own meetings. */
function toSilentRefusal(token: string): ErrorCode {
  if (hasDelegatedPermission(token)) return "graph_refused";
  return hasApplicationPermission(token) ? "policy_missing" : "permission_missing";
}

/** RFC 9110 §10.2.3: seconds or a date. Graph has been seen to send fractions ("2.128"). */
export function readRetryAfterSeconds(value: string | null, now: Date): number | undefined {
  if (!value?.trim()) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now.getTime()) / 1000);
}
