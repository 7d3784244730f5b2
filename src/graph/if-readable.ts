import type { z } from "zod";

/** A field that may be absent, null or of another type in some cloud or version: it is left out then. */
export function ifReadable<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined);
}
