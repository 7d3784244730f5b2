import { statusCodeOf } from "../errors";
import type { Failure } from "./policy";
import { readRetryAfterSeconds, retryAfterOf } from "./retry-after";

/**
 * What an error of the Connector's client says about Teams. 429 and 412 are repeated:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 *
 * Without a status, there was no response: servers close connections that were idle, even under a request. With a status
 * of success, the response couldn't be read.
 */
export function readConnectorFailure(error: Error, now: Date): Failure | undefined {
  if (error.name !== "RestError") return undefined;
  const status = statusCodeOf(error);
  const isOutage = status === undefined || status < 400 || status >= 500;
  if (!isOutage && status !== 412 && status !== 429) return undefined;
  const retryAfterSeconds = readRetryAfterSeconds(retryAfterOf(error), now);
  return { isOutage, isRetryable: true, retryAfterSeconds };
}
