import { z } from "zod";
import { AppError } from "../errors";
import { fromTableKey, toTableKey } from "./azure-table-key";
import type { RowKey, TextRow } from "./text-table";

/** A string property holds 64 KiB in UTF-16. */
const PART_LENGTH = 32_000;
/** An entity holds 1 MiB; what is left of it is for keys and names. */
export const MAX_TEXT_LENGTH = 500_000;

/** A row as the table service has it; its text lies in the properties `text0`, `text1`, … */
export interface TableEntity {
  partitionKey: string;
  rowKey: string;
  /** Another one with each write: by it a write is known again whose answer was lost. */
  write: string;
  [property: string]: string;
}

// Loose, for the text's parts. A row of somebody else's is read too, as one without a text.
const schema = z.looseObject({
  partitionKey: z.string(),
  rowKey: z.string(),
  etag: z.string(),
  write: z.string().optional().catch(undefined),
  conversation: z.string().optional().catch(undefined),
  room: z.string().optional().catch(undefined),
});

/** @throws AppError `store_unavailable` for a text that no entity could hold */
export function toEntity(key: RowKey, text: string, write: string): TableEntity {
  if (text.length > MAX_TEXT_LENGTH) {
    const reason = `a text of ${text.length} characters was not written, as a row holds ${MAX_TEXT_LENGTH}`;
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

/**
 * What the service answered, as a row, and the write that made it.
 *
 * @throws AppError `store_unavailable` for an answer that is none of a table service
 */
export function readEntity(entity: object): TextRow & { write: string | undefined } {
  const read = schema.safeParse(entity);
  if (!read.success) {
    const reason = "reading: something else than a table service answered";
    throw new AppError("store_unavailable", { reason });
  }
  const { partitionKey, rowKey, etag, write, conversation, room, ...others } = read.data;
  return {
    key: {
      conversation: fromTableKey(partitionKey) ?? conversation ?? partitionKey,
      room: fromTableKey(rowKey) ?? room ?? rowKey,
    },
    text: joinParts(others),
    version: etag,
    write,
  };
}

/** No part ends between the two halves of a character, which would then be none to the service. */
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
