import { z } from "zod";
import { RECENT_SCHEMA_VERSION, type Recent } from "../meetings/ports/recent-store";
import { readRow } from "./read-row";
import { keySchema, moment, text, type Shape } from "./record-schema";

// Loose, like a record: a field of a later release of the same version is no reason to forget the row.
const schema = z.looseObject({
  recentVersion: z.literal(RECENT_SCHEMA_VERSION),
  aadId: text,
  key: keySchema,
  askedAt: moment,
} satisfies Shape<Recent & { recentVersion: number }>);

/** `undefined` for what this release cannot read, records among it. */
export function parseRecent(rowText: string): Recent | undefined {
  const read = readRow(rowText, schema);
  if (!read) return undefined;
  const { aadId, key, askedAt } = read;
  return { aadId, key, askedAt };
}

/** Without the field by which a record is known, so that no release takes it for one. */
export function toRecentText({ aadId, key, askedAt }: Recent): string {
  return JSON.stringify({ recentVersion: RECENT_SCHEMA_VERSION, aadId, key, askedAt });
}
