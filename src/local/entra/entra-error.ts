import { randomUUID } from "node:crypto";

/**
 * A refusal of the token endpoint.
 * Source: learn.microsoft.com/entra/identity-platform/reference-error-codes and, for the fields of
 * the body, …/v2-oauth2-client-creds-grant-flow#error-response.
 */
export class EntraError extends Error {
  constructor(
    readonly status: 400 | 401,
    readonly error: string,
    /** The number of AADSTS…. */
    readonly code: number,
    message: string,
    readonly suberror?: string,
  ) {
    super(message);
    this.name = "EntraError";
  }

  /** The refusal of a request that lacks a parameter. */
  static missing(parameter: string): EntraError {
    const words = `The request body must contain the following parameter: '${parameter}'.`;
    return new EntraError(400, "invalid_request", 900144, words);
  }

  /** The refusal of what the person has not consented to. */
  static unconsented(clientId: string): EntraError {
    const words =
      `The user or administrator has not consented to use the application with ID '${clientId}'. ` +
      "Send an interactive authorization request for this user and resource.";
    return new EntraError(400, "invalid_grant", 65001, words, "consent_required");
  }
}

/** The body that Entra sends with a refusal. */
export function toEntraErrorBody(error: EntraError, now: Date, correlationId: string) {
  const traceId = randomUUID();
  const timestamp = `${now.toISOString().slice(0, 19).replace("T", " ")}Z`;
  const ids = `Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`;
  return {
    error: error.error,
    error_description: `AADSTS${error.code}: ${error.message} ${ids}`,
    error_codes: [error.code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${error.code}`,
    ...(error.suberror ? { suberror: error.suberror } : {}),
  };
}
