import { decode } from "jsonwebtoken";
import { z } from "zod";
import { AppError, type ErrorCode, type ErrorDetails } from "../errors";

export interface GraphFailure {
  status: number;
  method: string;
  /** The body as it came: Graph's envelope, another service's HTML, or nothing. */
  text: string;
  retryAfter: string | null;
  /** The access token that was sent: its roles tell a missing permission from a missing policy. */
  token: string;
  details: ErrorDetails;
  now: Date;
}

const envelopeSchema = z.object({
  error: z.object({ code: z.string().catch(""), message: z.string().catch("") }),
});
const claimsSchema = z.object({ roles: z.array(z.string()) });

const APPLICATION_PERMISSION = "OnlineMeetings.ReadWrite.All";

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
  switch (failure.status) {
    case 400:
      return "bad_request";
    case 401:
      return "token_refused";
    case 403:
      if (/application\s*access\s*policy/i.test(message)) return "policy_missing";
      if (graphCode === "Authorization_RequestDenied") return "permission_missing";
      if (message.startsWith("3003")) return "not_a_participant";
      if (graphCode === "Forbidden" && message === "") {
        return hasApplicationPermission(failure.token) ? "policy_missing" : "permission_missing";
      }
      return "graph_refused";
    case 404:
      if (graphCode === "UnknownError") return "organizer_unknown";
      if (message.startsWith("3004")) return "meeting_gone";
      if (graphCode === "NotFound" && failure.method === "GET") return "meeting_gone";
      return "graph_refused";
    case 429:
      return "throttled";
    default:
      return failure.status >= 500 ? "graph_unavailable" : "graph_refused";
  }
}

function readEnvelope(text: string): { code: string; message: string } {
  try {
    return envelopeSchema.parse(JSON.parse(text)).error;
  } catch {
    return { code: "", message: "" }; // empty or HTML: the status has to do
  }
}

function hasApplicationPermission(token: string): boolean {
  const claims = claimsSchema.safeParse(decode(token));
  return claims.success && claims.data.roles.includes(APPLICATION_PERMISSION);
}

/** RFC 9110 §10.2.3: seconds or a date. Graph has been seen to send fractions ("2.128"). */
export function readRetryAfterSeconds(value: string | null, now: Date): number | undefined {
  if (!value?.trim()) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now.getTime()) / 1000);
}
