import { z } from "zod";
import { RECENT_SCHEMA_VERSION, type Recent } from "../meetings/recent-store";
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
  let json: unknown;
  try {
    json = JSON.parse(rowText);
  } catch {
    return undefined;
  }
  const read = schema.safeParse(json);
  if (!read.success) return undefined;
  const { aadId, key, askedAt } = read.data;
  return { aadId, key, askedAt };
}

/** Without the field by which a record is known, so that no release takes it for one. */
export function toRecentText({ aadId, key, askedAt }: Recent): string {
  return JSON.stringify({ recentVersion: RECENT_SCHEMA_VERSION, aadId, key, askedAt });
}
