import { z } from "zod";
import { AppError } from "../errors";
import { RECORD_SCHEMA_VERSION, type MeetingRecord } from "../meetings/record/meeting-record";
import { recordSchema } from "./record-schema";

const versionSchema = z.looseObject({
  schemaVersion: z.union([z.literal(1), z.literal(RECORD_SCHEMA_VERSION)]),
});

export type ParsedRecord = { ok: true; record: MeetingRecord } | { ok: false; reason: string };

/** Reads a record field by field. The reason names fields of ours, never what stands in them. */
export function parseRecord(recordText: string): ParsedRecord {
  let json: unknown;
  try {
    json = JSON.parse(recordText);
  } catch {
    // The parser's own message quotes the text.
    return { ok: false, reason: "the record is not JSON" };
  }
  const versioned = versionSchema.safeParse(json);
  if (!versioned.success) {
    return { ok: false, reason: `the record is not of schema version ${RECORD_SCHEMA_VERSION}` };
  }
  const { schemaVersion, ...fields } = versioned.data;
  const read = recordSchema.safeParse(schemaVersion === 1 ? fromVersion1(fields) : fields);
  return read.success
    ? { ok: true, record: read.data }
    : { ok: false, reason: `the record's fields cannot be read: ${namesOf(read.error)}` };
}

/** Version 1, up to release 0.1, named four fields differently. */
function fromVersion1({ firstCaller, seenAt, lease, postedPreviews, ...same }: Fields): Fields {
  return {
    ...same,
    requestedBy: firstCaller,
    ...(seenAt !== undefined && { fetchedAt: seenAt }),
    ...(lease !== undefined && { lease: withExpiresAt(lease) }),
    ...(postedPreviews !== undefined && {
      postedPreviews: Array.isArray(postedPreviews)
        ? postedPreviews.map(withExpiresAt)
        : postedPreviews,
    }),
  };
}

type Fields = Record<string, unknown>;

/** Anything that isn't an object is left for the schema to reject. */
function withExpiresAt(value: unknown): unknown {
  if (!isFields(value)) return value;
  const { until, ...same } = value;
  return { ...same, expiresAt: until };
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

/** @throws AppError `record_unreadable` */
export function readRecord(recordText: string): MeetingRecord {
  const parsed = parseRecord(recordText);
  if (parsed.ok) return parsed.record;
  throw new AppError("record_unreadable", { reason: parsed.reason });
}

/**
 * The text that `readRecord` turns into the same record again.
 *
 * @throws AppError `unexpected` for a record that could not be read again: to write it would lock its key.
 */
export function toRecordText(record: MeetingRecord): string {
  const check = recordSchema.safeParse(record);
  if (!check.success) {
    throw new AppError("unexpected", {
      reason: `a record was not written, as its fields could not be read: ${namesOf(check.error)}`,
    });
  }
  return JSON.stringify({ ...record, schemaVersion: RECORD_SCHEMA_VERSION });
}

function namesOf(error: z.ZodError): string {
  return error.issues.map(({ path }) => path.join(".") || "all").join(", ");
}
