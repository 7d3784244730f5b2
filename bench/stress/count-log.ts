import { z } from "zod";
import { parseJson } from "../../src/errors";

const lineSchema = z.object({
  level: z.number(),
  msg: z.string(),
  code: z.string().optional(),
  reason: z.string().optional(),
});

/** Counts what bots logged, from warnings up. */
export function createLogCounts() {
  const counts = new Map<string, number>();
  return {
    counts,
    /** For each line of a bot's output. Lines for people are skipped. */
    add: (line: string): void => {
      const read = lineSchema.safeParse(parseJson(line));
      if (!read.success) return;
      const { code, msg, reason } = read.data;
      const text = [msg, code, reason].filter(Boolean).join(": ");
      counts.set(text, (counts.get(text) ?? 0) + 1);
    },
    /** Sentences for the table, the most frequent first. */
    toNotes: (): string[] =>
      [...counts]
        .toSorted(([, one], [, other]) => other - one)
        .map(([text, count]) => `Logged ${count} ×: ${text}`),
  };
}
