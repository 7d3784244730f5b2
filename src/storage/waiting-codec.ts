import { z } from "zod";
import { WAITING_SCHEMA_VERSION, type WaitingRow } from "../meetings/ports/waiting-store";
import { readRow } from "./read-row";
import { moment, text, type Shape } from "./record-schema";

// Loose, like a record: a field of a later release of the same version is no reason to forget the row.
const schema = z.looseObject({
  waitingVersion: z.literal(WAITING_SCHEMA_VERSION),
  id: text,
  tenantId: text,
  threadId: text,
  aadId: text,
  until: moment,
  sealed: text,
} satisfies Shape<WaitingRow & { waitingVersion: number }>);

/** `undefined` for what this release cannot read, records among it. */
export function parseWaiting(rowText: string): WaitingRow | undefined {
  const read = readRow(rowText, schema);
  if (!read) return undefined;
  const { id, tenantId, threadId, aadId, until, sealed } = read;
  return { id, tenantId, threadId, aadId, until, sealed };
}

/** Without the field by which a record is known, so that no release takes it for one. */
export function toWaitingText(row: WaitingRow): string {
  return JSON.stringify({ waitingVersion: WAITING_SCHEMA_VERSION, ...row });
}
