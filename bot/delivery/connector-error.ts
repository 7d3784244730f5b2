import { BrokenCircuitError, BulkheadRejectedError, TaskCancelledError } from "cockatiel";
import { AppError, ConnectorError, statusCodeOf } from "../../src/errors";

/** Whether the message certainly wasn't posted. After any other error it may have been. */
export function isNotPosted(error: unknown): boolean {
  const status = statusCodeOf(error) ?? 0;
  return (
    isUnconnected(error) || isUnsent(error) || isTokenless(error) || (status >= 400 && status < 500)
  );
}

/** Whether Teams refused the message, may have posted it, or is down: delivering the activity again doesn't help. */
export function isFinal(error: unknown): boolean {
  if (statusCodeOf(error) !== undefined) return true;
  if (error instanceof TaskCancelledError || isUnsent(error)) return true;
  return error instanceof ConnectorError && !isUnconnected(error);
}

/** Whether the same update may succeed later. Updating a message twice does no harm. */
export function isTemporary(error: unknown): error is Error {
  const status = statusCodeOf(error);
  if (status !== undefined) return status >= 500 || [408, 412, 429].includes(status);
  return error instanceof TaskCancelledError || isUnsent(error) || error instanceof ConnectorError;
}

/** The Connector's statuses for a message that is gone or isn't the bot's. */
export function isGoneMessage(error: unknown): boolean {
  return [403, 404, 405, 410].includes(statusCodeOf(error) ?? 0);
}

/** The policy sent nothing, because Teams is failing or has too many calls already. */
function isUnsent(error: unknown): error is Error {
  return error instanceof BrokenCircuitError || error instanceof BulkheadRejectedError;
}

/** Without a token, nothing was sent. */
function isTokenless(error: unknown): boolean {
  return (
    error instanceof AppError &&
    (error.code === "entra_unavailable" || error.code === "token_unavailable")
  );
}

/** Without a connection, nothing was sent. */
function isUnconnected(error: unknown): boolean {
  const code = error instanceof ConnectorError ? error.code : undefined;
  return code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "EAI_AGAIN";
}
