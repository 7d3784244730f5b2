import { ConnectorError } from "../errors";
import type { Failure } from "./policy";
import { readRetryAfterSeconds } from "./retry-after";

/**
 * What an error of the Connector's client says about Teams. 429 and 412 are repeated:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 *
 * Without a status, there was no response: servers close connections that were idle, even under a request. With a status
 * of success, the response couldn't be read.
 */
export function readConnectorFailure(error: Error, now: Date): Failure | undefined {
  if (!(error instanceof ConnectorError)) return undefined;
  const { statusCode: status } = error;
  const isOutage = status === undefined || status < 400 || status >= 500;
  if (!isOutage && status !== 412 && status !== 429) return undefined;
  return { isOutage, isRetryable: true, retryAfterSeconds: readAskedSeconds(error, now) };
}

/** How long Teams asks to wait before another call, if an error says so. */
export function readAskedSeconds(error: unknown, now: Date): number | undefined {
  return error instanceof ConnectorError ? readRetryAfterSeconds(error.retryAfter, now) : undefined;
}
