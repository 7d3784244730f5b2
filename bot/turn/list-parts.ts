import type * as z from "zod";

/** The entries of a list that have a shape. Teams sends others too, and some clients send `null`. */
export function listParts<T>(list: unknown, schema: z.ZodType<T>): T[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry): T[] => {
    const { data } = schema.safeParse(entry);
    return data === undefined ? [] : [data];
  });
}
