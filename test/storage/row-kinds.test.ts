import type { MeetingRecord } from "../../src/meetings/record/meeting-record";
import {
  ANSWERED_MESSAGES,
  PENDING_COMMANDS,
  RECENT_MEETINGS,
  RECORDS,
} from "../../src/storage/row-kinds";
import {
  cancelled,
  claimed,
  fullClaim,
  fullRecord,
  fullTombstone,
  hostileKeys,
  live,
} from "../contracts/records";

const { codec } = RECORDS;

function readBack(record: MeetingRecord): MeetingRecord | undefined {
  const parsed = codec.parse(codec.toText(record));
  return parsed.ok ? parsed.row : undefined;
}

test.each<[what: string, record: MeetingRecord]>([
  ["that is live, with every field", fullRecord],
  ["that is claimed, with every field", fullClaim],
  ["that is cancelled, with every field", fullTombstone],
  ["cancelled with the fields it must have", cancelled()],
  ["live with the fields it must have", live()],
  ["claimed", claimed()],
  ["whose claim was given back", claimed({ organizer: undefined })],
  ["claimed without a subject", claimed({ subject: "" })],
])("reads back a record %s", (_, record) => {
  expect(readBack(record)).toEqual(record);
});

test("reads back a record of any key", () => {
  for (const key of hostileKeys) {
    expect(readBack(claimed({ key }))).toEqual(claimed({ key }));
  }
});

test("writes text that survives UTF-8, even with half a surrogate pair", () => {
  const recordText = codec.toText(fullRecord);
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
])("rejects a record with a wrong %s, and names the field", (field, wrong) => {
  const recordText = JSON.stringify({ ...live(), schemaVersion: 2, ...wrong });
  expect(codec.parse(recordText)).toEqual({
    ok: false,
    reason: `the record's fields cannot be read: ${field}`,
  });
});

describe("rows of earlier builds", () => {
  const key = { tenantId: "1cd07bb0", threadId: "19:general@thread.tacv2", room: "" };

  test("a record of schema version 1 is read under today's field names, and written as version 2", () => {
    const { requestedBy, fetchedAt, lease, ...same } = fullRecord;
    const version1 = {
      schemaVersion: 1,
      ...same,
      firstCaller: requestedBy,
      seenAt: fetchedAt,
      lease: { holder: lease?.holder, until: lease?.expiresAt },
      postedPreviews: [{ id: "1", until: "2026-03-02T10:00:00.000Z" }],
    };
    const parsed = codec.parse(JSON.stringify(version1));
    const record = {
      ...fullRecord,
      postedPreviews: [{ id: "1", expiresAt: "2026-03-02T10:00:00.000Z" }],
    };
    expect(parsed).toEqual({ ok: true, row: record });
    expect(JSON.parse(codec.toText(record))).toEqual({ ...record, schemaVersion: 2 });
  });

  test("a recent meeting keeps its stored form and its key", () => {
    const stored = { recentVersion: 1, aadId: "ada", key, askedAt: "2026-03-02T09:00:00.000Z" };
    const parsed = RECENT_MEETINGS.codec.parse(JSON.stringify(stored));
    const row = { aadId: "ada", key, requestedAt: stored.askedAt };
    expect(parsed).toEqual({ ok: true, row });
    expect(JSON.parse(RECENT_MEETINGS.codec.toText(row))).toEqual(stored);
    expect(RECENT_MEETINGS.toRowKey(row)).toEqual({
      conversation: "180c545080f72d7594b932907fe9deef8c0d02d9e02c7d979253c99c5f5aaee9",
      room: "ee3619117480656bea29197fc3a7155ee2f5352d13f1d1ca5a923d7a810f35e2ee3619117480656bea29197fc3a7155ee2f5352d13f1d1ca5a923d7a810f35e2",
    });
  });

  test("a pending command keeps its stored form and its key", () => {
    const same = { id: "1", tenantId: key.tenantId, threadId: key.threadId, aadId: "ada" };
    const stored = { waitingVersion: 1, ...same, until: "2026-03-02T09:15:00.000Z", sealed: "x" };
    const parsed = PENDING_COMMANDS.codec.parse(JSON.stringify(stored));
    const row = { ...same, expiresAt: stored.until, token: "x" };
    expect(parsed).toEqual({ ok: true, row });
    expect(JSON.parse(PENDING_COMMANDS.codec.toText(row))).toEqual(stored);
    expect(PENDING_COMMANDS.toRowKey(row)).toEqual({
      conversation: "48f1c82cf876d77173c5019286278457ab751257c533fe561cbddd17c4944121",
      room: "ee3619117480656bea29197fc3a7155ee2f5352d13f1d1ca5a923d7a810f35e26b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b",
    });
  });

  test("an answered message keeps its stored form and its key", () => {
    const { tenantId, threadId } = key;
    const row = {
      id: "1",
      tenantId,
      threadId,
      isAnswered: true,
      expiresAt: "2026-03-02T10:00:00.000Z",
    };
    const stored = { answeredVersion: 1, ...row };
    expect(ANSWERED_MESSAGES.codec.parse(JSON.stringify(stored))).toEqual({ ok: true, row });
    expect(JSON.parse(ANSWERED_MESSAGES.codec.toText(row))).toEqual(stored);
    expect(ANSWERED_MESSAGES.toRowKey(row)).toEqual({
      conversation: "69f4a2877912496e488019aa11d81e8cb54f619060ac36b6551cc99236831576",
      room: "ee3619117480656bea29197fc3a7155ee2f5352d13f1d1ca5a923d7a810f35e26b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b",
    });
  });
});
