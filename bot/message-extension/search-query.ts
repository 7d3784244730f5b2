import { z } from "zod";

/** Teams shows so many at once. */
const MAX_RESULTS = 25;

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search */
const schema = z
  .object({
    commandId: z.string().optional().catch(undefined),
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
  })
  .catch({});

export interface SearchQuery {
  /** What was typed; empty when the list is only opened. */
  text: string;
  skip: number;
  count: number;
}

/** Teams' own mark that the list was only opened. */
const INITIAL_RUN = "initialRun";

/**
 * There is one search, with one parameter, whatever a manifest calls them; what cannot be read counts as not given.
 * `undefined` for what names neither.
 */
export function readSearchQuery(value: unknown): SearchQuery | undefined {
  const { commandId, parameters = [], queryOptions } = schema.parse(value);
  if (commandId === undefined && parameters.length === 0) return undefined;
  const text = parameters.find(({ name }) => name !== INITIAL_RUN)?.value ?? "";
  return { text, skip: queryOptions?.skip ?? 0, count: queryOptions?.count ?? MAX_RESULTS };
}
