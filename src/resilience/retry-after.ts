import * as z from "zod";

const responseSchema = z.object({
  response: z.object({
    headers: z.custom<{ get(name: string): string | undefined }>(
      (headers) => typeof headers === "object" && headers !== null && "get" in headers,
    ),
  }),
});

/** The header in an error of the table service's client. */
export function retryAfterOf(error: unknown): string | undefined {
  return responseSchema.safeParse(error).data?.response.headers.get("retry-after");
}

/**
 * Reads a Retry-After header: seconds or a date (RFC 9110 §10.2.3). Graph also sends fractions of a second.
 *
 * @returns Never negative. `undefined` if there's nothing that can be read.
 */
export function readRetryAfterSeconds(
  value: string | null | undefined,
  now: Date,
): number | undefined {
  if (!value?.trim()) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now.getTime()) / 1000);
}
