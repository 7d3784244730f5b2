import type { z } from "zod";

/** What a row's text says; `undefined` for what this release cannot read. */
export function readRow<T>(rowText: string, schema: z.ZodType<T>): T | undefined {
  let json: unknown;
  try {
    json = JSON.parse(rowText);
  } catch {
    return undefined; // what is no JSON is no row of ours
  }
  return schema.safeParse(json).data;
}
