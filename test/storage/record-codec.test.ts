import type { MeetingRecord } from "../../src/meetings/record/meeting-record";
import { parseRecord, readRecord, toRecordText } from "../../src/storage/record-codec";
import {
  cancelled,
  claimed,
  fullClaim,
  fullRecord,
  fullTombstone,
  hostileKeys,
  live,
} from "../contracts/records";

test.each<[what: string, record: MeetingRecord]>([
  ["that is live, with every field", fullRecord],
  ["that is claimed, with every field", fullClaim],
  ["that is cancelled, with every field", fullTombstone],
  ["cancelled with the fields it must have", cancelled()],
  ["live with the fields it must have", live()],
  ["claimed", claimed()],
  ["claimed by nobody any more", claimed({ organizer: undefined })],
  ["claimed without a subject", claimed({ subject: "" })],
])("a record %s is the same after writing and reading", (_, record) => {
  expect(readRecord(toRecordText(record))).toEqual(record);
});

test("a record of any key is the same after writing and reading", () => {
  for (const key of hostileKeys) {
    expect(readRecord(toRecordText(claimed({ key })))).toEqual(claimed({ key }));
  }
});

test("a written record is text that UTF-8 keeps, also with half a character in it", () => {
  const recordText = toRecordText(fullRecord);
  expect(Buffer.from(recordText).toString()).toBe(recordText);
});

test.each([
  ["key.tenantId", { key: { tenantId: 1, threadId: "t", room: "" } }],
  ["key.room", { key: { tenantId: "t", threadId: "t" } }],
  ["generation", { generation: -1 }],
  ["generation", { generation: 0.5 }],
  ["generation", { generation: null }],
  ["requestedBy", { requestedBy: null }],
  ["requestedBy.aadId", { requestedBy: { aadId: "" } }],
  ["organizer", { organizer: "Ada" }],
  ["lease.expiresAt", { lease: { holder: "a", expiresAt: "soon" } }],
  ["fetchedAt", { fetchedAt: "2026-03-02" }],
  ["meeting.joinWebUrl", { meeting: { id: "1" } }],
  ["meeting.startsAt", { meeting: { ...live().meeting, startsAt: "" } }],
  ["meeting.dialIn.tollNumber", { meeting: { ...live().meeting, dialIn: { tollNumber: 5 } } }],
  ["meeting.expiresAt", { meeting: { ...live().meeting, expiresAt: "soon" } }],
  ["meeting.attendees.0.role", { meeting: { ...live().meeting, attendees: [{ role: "boss" }] } }],
  [
    "cards.1.activityId",
    { cards: [fullRecord.cards?.[0], { ...fullRecord.cards?.[0], activityId: 1 }] },
  ],
  ["cards.0.refreshUserIds", { cards: [{ ...fullRecord.cards?.[0], refreshUserIds: undefined }] }],
  ["teamId", { teamId: "" }],
  ["removedAt", { removedAt: "yesterday" }],
  ["people.0.aadId", { people: [{ name: "Ada" }] }],
  ["keptAliveAt", { keptAliveAt: 5 }],
  ["coOrganizersDue", { coOrganizersDue: {} }],
  ["time.startsAt", { ...claimed(), time: { startsAt: "tomorrow" } }],
  ["attendees.0.upn", { ...claimed(), attendees: [{ upn: "" }] }],
  ["cancelledBy", { ...cancelled(), cancelledBy: undefined }],
  ["cancelledAt", { ...cancelled(), cancelledAt: "" }],
  ["isTimeGiven", { isTimeGiven: "yes" }],
  ["state", { state: "ended" }],
])("a record whose %s is wrong is not read, and the field is named", (field, wrong) => {
  const recordText = JSON.stringify({ ...live(), schemaVersion: 2, ...wrong });
  expect(parseRecord(recordText)).toEqual({
    ok: false,
    reason: `the record's fields cannot be read: ${field}`,
  });
});
