import { z } from "zod";

/** Teams shows so many at once. */
const MAX_RESULTS = 25;

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search */
const schema = z.object({
  commandId: z.literal("meetings"),
  parameters: z
    .array(z.object({ name: z.string(), value: z.string().catch("") }))
    .optional()
    .catch(undefined),
  queryOptions: z
    .object({
      skip: z.int().min(0).catch(0),
      count: z.int().min(1).max(MAX_RESULTS).catch(MAX_RESULTS),
    })
    .optional()
    .catch(undefined),
});

export interface SearchQuery {
  /** What was typed; empty when the list is only opened. */
  text: string;
  skip: number;
  count: number;
}

/** `undefined` for another command; what cannot be read counts as not given. */
export function readSearchQuery(value: unknown): SearchQuery | undefined {
  const read = schema.safeParse(value);
  if (!read.success) return undefined;
  const { parameters = [], queryOptions } = read.data;
  const text = parameters.find(({ name }) => name === "query")?.value ?? "";
  return { text, skip: queryOptions?.skip ?? 0, count: queryOptions?.count ?? MAX_RESULTS };
}
