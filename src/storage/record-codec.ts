import { z } from "zod";
import { AppError } from "../errors";
import { RECORD_SCHEMA_VERSION, type MeetingRecord } from "../meetings/record/meeting-record";
import { recordSchema } from "./record-schema";

const versionSchema = z.looseObject({ schemaVersion: z.literal(RECORD_SCHEMA_VERSION) });

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
  const { schemaVersion: _, ...fields } = versioned.data;
  const read = recordSchema.safeParse(fields);
  return read.success
    ? { ok: true, record: read.data }
    : { ok: false, reason: `the record's fields cannot be read: ${namesOf(read.error)}` };
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
