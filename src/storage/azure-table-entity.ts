import { createHash } from "node:crypto";
import * as z from "zod";
import { AppError } from "../errors";
import type { RowKey, TextRow } from "./text-table";

/** PartitionKey and RowKey hold 1 KiB each, in UTF-16. */
const MAX_KEY_LENGTH = 512;
/** A string property holds 64 KiB in UTF-16. */
const PART_LENGTH = 32_000;
/** An entity holds 1 MiB, including keys and property names. */
export const MAX_TEXT_LENGTH = 500_000;

/** A row in the table service. Its text is split into the properties `text0`, `text1`, … */
export interface TableEntity {
  partitionKey: string;
  rowKey: string;
  /** Unique per write, so that a write whose answer was lost can be recognized. */
  write: string;
  [property: string]: string;
}

// Loose, because the number of text properties varies. An entity that isn't ours is read as a row with an empty text.
const schema = z.looseObject({
  partitionKey: z.string(),
  rowKey: z.string(),
  etag: z.string(),
  write: z.string().optional().catch(undefined),
  conversation: z.string().optional().catch(undefined),
  room: z.string().optional().catch(undefined),
});

/** @throws AppError `store_unavailable` for a text that is too long */
export function toEntity(key: RowKey, text: string, write: string): TableEntity {
  if (text.length > MAX_TEXT_LENGTH) {
    const reason = `writing: a row has ${text.length} characters, but only ${MAX_TEXT_LENGTH} fit`;
    throw new AppError("store_unavailable", { reason });
  }
  const partitionKey = toTableKey(key.conversation);
  const rowKey = toTableKey(key.room);
  return {
    partitionKey,
    rowKey,
    write,
    ...(fromTableKey(partitionKey) === undefined && { conversation: key.conversation }),
    ...(fromTableKey(rowKey) === undefined && { room: key.room }),
    ...Object.fromEntries(toParts(text).map((part, index) => [`text${index}`, part])),
  };
}

/** @throws AppError `store_unavailable` for an answer that isn't a table service's */
export function readEntity(entity: object): TextRow & { write: string | undefined } {
  const read = schema.safeParse(entity);
  if (!read.success) {
    const reason = "reading: the response isn’t from a table service";
    throw new AppError("store_unavailable", { reason });
  }
  const { partitionKey, rowKey, etag, write, conversation, room, ...properties } = read.data;
  return {
    key: {
      conversation: fromTableKey(partitionKey) ?? conversation ?? partitionKey,
      room: fromTableKey(rowKey) ?? room ?? rowKey,
    },
    text: joinParts(properties),
    version: etag,
    write,
  };
}

/** Never splits a surrogate pair: the service would reject the halves. */
function toParts(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  do {
    let end = Math.min(start + PART_LENGTH, text.length);
    if (end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end -= 1;
    parts.push(text.slice(start, end));
    start = end;
  } while (start < text.length);
  return parts;
}

function joinParts(properties: Record<string, unknown>): string {
  let text = "";
  for (let index = 0; ; index += 1) {
    const part = properties[`text${index}`];
    if (typeof part !== "string") return text;
    text += part;
  }
}

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
