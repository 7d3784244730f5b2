/** A JSON object. */
export type Fields = Readonly<Record<string, unknown>>;

const NONE: Fields = {};

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The fields of a JSON object; none if it's anything else. */
export function readFields(value: unknown): Fields {
  return isFields(value) ? value : NONE;
}

/** A text without the spaces around it; `undefined` if it's empty, or no text. */
export function readTrimmed(value: unknown): string | undefined {
  return (typeof value === "string" && value.trim()) || undefined;
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A GUID in lower case. */
export function readGuid(value: unknown): string | undefined {
  return typeof value === "string" && GUID.test(value) ? value.toLowerCase() : undefined;
}
