import { TaskCancelledError } from "cockatiel";
import * as z from "zod";
import { statusCodeOf } from "../../src/errors";

const responseSchema = z.object({
  response: z.object({
    headers: z.custom<{ get(name: string): string | undefined }>(
      (headers) => typeof headers === "object" && headers !== null && "get" in headers,
    ),
  }),
});

/** How long Teams asks to wait, if it does. */
export function retryAfterSecondsOf(error: unknown): number | undefined {
  const { data } = responseSchema.safeParse(error);
  const seconds = Number(data?.response.headers.get("retry-after") ?? NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}

/** Whether the message certainly wasn't posted. After any other error it may have been. */
export function isNotPosted(error: unknown): boolean {
  const status = statusCodeOf(error) ?? 0;
  return isUnconnected(error) || (status >= 400 && status < 500);
}

/** Whether Teams refused the message, or may have posted it: delivering the activity again doesn't help. */
export function isFinal(error: unknown): boolean {
  if (statusCodeOf(error) !== undefined || error instanceof TaskCancelledError) return true;
  return isRestError(error) && !isUnconnected(error);
}

/** Whether the same update may succeed later. Updating a message twice does no harm. */
export function isTemporary(error: unknown): error is Error {
  const status = statusCodeOf(error);
  if (status !== undefined) return status >= 500 || [408, 412, 429].includes(status);
  return error instanceof TaskCancelledError || isRestError(error);
}

/** The Connector's statuses for a message that is gone or isn't the bot's. */
export function isGoneMessage(error: unknown): boolean {
  return [403, 404, 405, 410].includes(statusCodeOf(error) ?? 0);
}

/** The Connector client's errors, including a broken connection. */
function isRestError(error: unknown): error is Error {
  return error instanceof Error && error.name === "RestError";
}

/** Without a connection, nothing was sent. */
export function isUnconnected(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "EAI_AGAIN";
}
