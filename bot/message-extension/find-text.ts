import { z } from "zod";

const MAX_DEPTH = 12;
const objectSchema = z.record(z.string(), z.unknown());

/** The first text of this name anywhere in what came back from a client, which may hand a card on in any shape. */
export function findText(value: unknown, name: string, depth = 0): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const items = Array.isArray(value) ? value : undefined;
  const object = items ? undefined : objectSchema.safeParse(value).data;
  const own = object?.[name];
  if (typeof own === "string") return own;
  for (const inner of items ?? Object.values(object ?? {})) {
    const found = findText(inner, name, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
