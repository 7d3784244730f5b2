import type * as z from "zod";
import { AppError } from "../errors";
import type { GraphAnswer } from "./graph-client";

/** A field that can be absent, null or of another type in some clouds and versions. It then counts as absent. */
export function lenient<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined);
}

/** @throws AppError `bad_answer`, with the names of the invalid fields */
export function parseAnswer<T extends z.ZodType>(
  schema: T,
  { json, details }: GraphAnswer,
): z.infer<T> {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path }) => path.join(".") || "body").join(", ");
  throw new AppError("bad_answer", { ...details, reason: `unusable: ${fields}` });
}
