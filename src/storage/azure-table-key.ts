import { createHash } from "node:crypto";

/** PartitionKey and RowKey hold 1 KiB each, in UTF-16. */
const MAX_KEY_LENGTH = 512;

/**
 * Encodes characters that the table service rejects in a key, or decodes (a "%"), as "_" and four hexadecimal digits:
 * https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
 */
export function toTableKey(text: string): string {
  const encoded = encode(text);
  // No encoded text contains two underscores in a row.
  return encoded.length > MAX_KEY_LENGTH
    ? `__${createHash("sha256").update(encoded).digest("hex")}`
    : encoded;
}

/** The text of a key. `undefined` when the key is a hash. */
export function fromTableKey(key: string): string | undefined {
  if (key.startsWith("__")) return undefined;
  return key.replace(/_([\da-f]{4})?/g, (_, digits?: string) =>
    digits === undefined ? "" : String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

function encode(text: string): string {
  if (text === "") return "_";
  return text.replace(
    /[^\dA-Za-z.-]/g,
    (unit) => `_${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
