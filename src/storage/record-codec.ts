import { z } from "zod";
import { AppError } from "../errors";
import type { MeetingKey } from "../meetings/meeting-key";
import {
  RECORD_SCHEMA_VERSION,
  type ClaimedRecord,
  type CreationLease,
  type LiveRecord,
  type MeetingRecord,
  type Person,
} from "../meetings/meeting-record";
import type { DialIn, OnlineMeeting } from "../meetings/online-meeting";

/** Names every field of T: a field that is new in the domain does not compile until it is read here. */
type Shape<T> = { [Field in keyof T]-?: z.ZodType<T[Field]> };

const text = z.string().min(1);
const moment = z.iso.datetime({ offset: true });

// Loose objects keep what they do not know. A release may add an optional field without raising the schema
// version; an older one that runs beside it carries the field along wherever it writes `{ ...record, … }`.
const key = z.looseObject({
  tenantId: text,
  threadId: text,
  room: z.string(),
} satisfies Shape<MeetingKey>);

const person = z.looseObject({
  aadId: text,
  name: z.string().optional(),
} satisfies Shape<Person>);

const lease = z.looseObject({ holder: text, until: moment } satisfies Shape<CreationLease>);

const dialIn = z.looseObject({
  tollNumber: z.string().optional(),
  tollFreeNumber: z.string().optional(),
  conferenceId: z.string().optional(),
} satisfies Shape<DialIn>);

const meeting = z.looseObject({
  id: text,
  joinWebUrl: text,
  subject: z.string().optional(),
  startsAt: moment.optional(),
  endsAt: moment.optional(),
  dialIn: dialIn.optional(),
} satisfies Shape<OnlineMeeting>);

const base = { key, generation: z.int().min(0), firstCaller: person, lease: lease.optional() };

const recordSchema = z.discriminatedUnion("state", [
  z.looseObject({
    ...base,
    state: z.literal("claimed"),
    organizer: person.optional(),
    subject: z.string(),
  } satisfies Shape<ClaimedRecord>),
  z.looseObject({
    ...base,
    state: z.literal("live"),
    organizer: person,
    meeting,
    seenAt: moment,
    isTimeGiven: z.boolean(),
    isTiedToChannel: z.boolean(),
    wasChannelRefused: z.boolean(),
  } satisfies Shape<LiveRecord>),
]);

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
