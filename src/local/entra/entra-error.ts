import { randomUUID } from "node:crypto";

/**
 * An error with Entra's code and message.
 * Source: learn.microsoft.com/entra/identity-platform/reference-error-codes and
 * …/v2-oauth2-client-creds-grant-flow#error-response.
 */
export class EntraError extends Error {
  constructor(
    readonly status: 400 | 401,
    readonly error: string,
    /** The number in `AADSTS…`. */
    readonly code: number,
    message: string,
    readonly suberror?: string,
  ) {
    super(message);
    this.name = "EntraError";
  }

  static invalidRequest(code: number, message: string): EntraError {
    return new EntraError(400, "invalid_request", code, message);
  }

  static invalidClient(code: number, message: string): EntraError {
    return new EntraError(401, "invalid_client", code, message);
  }

  static invalidGrant(code: number, message: string): EntraError {
    return new EntraError(400, "invalid_grant", code, message);
  }

  static consentRequired(clientId: string): EntraError {
    const message =
      `The user or administrator has not consented to use the application with ID '${clientId}'. ` +
      "Send an interactive authorization request for this user and resource.";
    return new EntraError(400, "invalid_grant", 65001, message, "consent_required");
  }
}

/** @throws EntraError 900144 for a missing parameter */
export function requireParameter(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value) return value;
  const message = `The request body must contain the following parameter: '${name}'.`;
  throw EntraError.invalidRequest(900144, message);
}

export function toEntraErrorBody(
  error: EntraError,
  now: Date,
  correlationId: string = randomUUID(),
) {
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
    ...(error.suberror && { suberror: error.suberror }),
  };
}
