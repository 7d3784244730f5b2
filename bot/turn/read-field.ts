import { readFields, readTrimmed } from "../../src/json";

/** A field of foreign JSON whose name is written in different cases; `undefined` if it's absent, `null`, or not in an object. */
export function readField(value: unknown, name: string): unknown {
  const wanted = name.toLowerCase();
  return Object.entries(readFields(value)).find(
    ([key, field]) => key.toLowerCase() === wanted && field !== null,
  )?.[1];
}

/** The same for a text; `undefined` for an empty one, and for anything else. */
export function readTextField(value: unknown, name: string): string | undefined {
  return readTrimmed(readField(value, name));
}
