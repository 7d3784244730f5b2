/** A field of foreign JSON whose name is written in different cases; `undefined` if it's absent, `null`, or not in an object. */
export function readField(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const wanted = name.toLowerCase();
  const found = Object.entries(value).find(
    ([key, field]) => key.toLowerCase() === wanted && field !== null,
  );
  return found?.[1] as unknown;
}

/** The same for a text; `undefined` for an empty one, and for anything else. */
export function readTextField(value: unknown, name: string): string | undefined {
  const field = readField(value, name);
  return typeof field === "string" ? field.trim() || undefined : undefined;
}
