import { readFields, type Fields } from "../../src/json";

/** The entries of a list whose field has this value. Teams sends others too, and some clients send `null`. */
export function listParts(
  list: unknown,
  field: "type" | "contentType",
  value: string,
): readonly Fields[] {
  return Array.isArray(list) ? list.map(readFields).filter((entry) => entry[field] === value) : [];
}
