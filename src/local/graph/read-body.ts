import type { z } from "zod";
import { explainIssue } from "../explain-issue";
import type { JsonValue } from "../json";
import { GraphError } from "./graph-error";

/**
 * Reads a JSON object by its schema.
 *
 * @throws GraphError 400 for anything else; the words for a body that is not JSON are Graph's own
 */
export function readBody<T>(body: JsonValue | undefined, schema: z.ZodType<T>): T {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw GraphError.badRequest(
      "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
    );
  }
  const read = schema.safeParse(body);
  if (!read.success) throw GraphError.badRequest(explainIssue(read.error));
  return read.data;
}
