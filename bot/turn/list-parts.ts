import type * as z from "zod";

/**
 * The entries of a list whose field has this value, and which have a shape. Teams sends others too, and some clients send
 * `null`. The field is compared first, because a failed parse takes longer than the rest of a refresh's parsing.
 */
export function listParts<T>(
  list: unknown,
  field: "type" | "contentType",
  value: string,
  schema: z.ZodType<T>,
): T[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown): T[] => {
    if (typeof entry !== "object" || entry === null) return [];
    if (Reflect.get(entry, field) !== value) return [];
    const { data } = schema.safeParse(entry);
    return data === undefined ? [] : [data];
  });
}
