import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type {
  CancelledRecord,
  ClaimedRecord,
  LiveRecord,
  MeetingSeries,
} from "../../src/meetings/record/meeting-record";
import type { Recurrence } from "../../src/request/recurrence";
import type { MeetingStore, StoredRecord } from "../../src/meetings/ports/meeting-store";

export const tenantId = "72f988bf-86f1-41af-91ab-2d7cd011db47";
export const general: MeetingKey = { tenantId, threadId: "19:general@thread.tacv2", room: "" };

export function claimed(fields: Partial<ClaimedRecord> = {}): ClaimedRecord {
  const requestedBy = { aadId: "0d3a1f0e-5a4f-4f6e-9d5c-0b8f3f2a7c11", name: "Ada" };
  return {
    key: general,
    state: "claimed",
    generation: 0,
    requestedBy,
    organizer: requestedBy,
    subject: "Sprint review",
    ...fields,
  };
}

export function live(fields: Partial<LiveRecord> = {}): LiveRecord {
  const requestedBy = { aadId: "0d3a1f0e-5a4f-4f6e-9d5c-0b8f3f2a7c11", name: "Ada" };
  return {
    key: general,
    state: "live",
    generation: 0,
    requestedBy,
    organizer: requestedBy,
    meeting: { id: "MSo1N2Y5ZGFj", joinWebUrl: "https://teams.microsoft.com/l/meetup-join/1" },
    fetchedAt: "2026-03-02T09:00:00.000Z",
    isTimeGiven: false,
    isTiedToChannel: true,
    wasChannelRefused: false,
    ...fields,
  };
}

export function cancelled(fields: Partial<CancelledRecord> = {}): CancelledRecord {
  const requestedBy = { aadId: "0d3a1f0e-5a4f-4f6e-9d5c-0b8f3f2a7c11", name: "Ada" };
  return {
    key: general,
    state: "cancelled",
    generation: 1,
    requestedBy,
    organizer: requestedBy,
    subject: "Sprint review",
    cancelledBy: requestedBy,
    cancelledAt: "2026-03-02T09:00:00.000Z",
    ...fields,
  };
}

const bo = { aadId: "5b1c9f52-0c3b-4b7e-8f0e-8a4f6d2e9b10", name: "Bø “the” O'Neil \u{1F600}" };
const card = {
  conversationId: "19:general@thread.tacv2;messageid=1759881511856",
  activityId: "1759881512001",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  locale: "fr-FR",
  timeZone: "Europe/Paris",
  refreshUserIds: [
    "29:1bSnHZ7Js2STWrgk6ScEErLk1Lp2zQuD5H2qQ960rtvstKp8tKLl-3r8b6DoW0QxZimuTxk_kupZ1DBMpvIQQUAZL-PNj0EORDvRZXy8kvWk",
  ],
};

const LINK = "https://teams.microsoft.com/l/meetup-join/1?context=%7b%22Tid%22%7d";

/** Fields of any record. */
const fullBase = {
  generation: 7,
  requestedBy: bo,
  lease: { holder: "3f0c6f7a", expiresAt: "2026-03-02T09:00:30.123Z" },
  cards: [card, { ...card, activityId: "1759881512002", refreshUserIds: [] }],
  postedReminder: {
    startsAt: "2026-03-01T15:00:00.000Z",
    generation: 6,
    conversationId: card.conversationId,
    activityId: "1759881512009",
    serviceUrl: card.serviceUrl,
  },
  postedPreviews: [{ id: "5d2b4c1e-1111", expiresAt: "2026-03-02T10:00:00.000Z" }],
  told: { generation: 6, aadIds: [bo.aadId] },
  untold: [{ upn: "guest@example.com" }, { aadId: bo.aadId }],
  untoldBy: bo.aadId,
  teamId: "19:team@thread.tacv2",
  removedAt: "2026-03-02T10:00:00.000Z",
  attached: {
    joinWebUrl: "https://teams.microsoft.com/meet/123?p=abc",
    subject: "Quarterly planning",
    attachedBy: bo,
    attachedAt: "2026-03-02T09:30:00.000Z",
    isOfChat: true,
  },
  indexedLink: LINK,
  session: {
    joinWebUrl: LINK,
    startedAt: "2026-03-02T15:01:00.000Z",
    isStartGuessed: true,
    endedAt: "2026-03-02T15:46:00.000Z",
    previousEndedAt: "2026-03-01T16:00:00.000Z",
    peopleCount: 2,
    people: [
      { id: "4dcf9a0aa809", isIn: false, at: "2026-03-02T15:46:00.000Z" },
      { id: "de4ae705ac48", isIn: true, at: "2026-03-02T15:02:00.000Z" },
    ],
    teamsMeetingId: "MCMxOTptZWV0aW5n",
    shownAt: "2026-03-02T15:46:00.000Z",
    isUnshown: true,
  },
  callWatch: {
    joinWebUrl: LINK,
    from: "2026-03-02T14:50:00.000Z",
    until: "2026-03-02T20:00:00.000Z",
    subscription: { id: "7f105c7d", expiresAt: "2026-03-04T14:50:00.000Z" },
  },
} satisfies Partial<LiveRecord>;

const series: Required<MeetingSeries> = {
  recurrence: {
    frequency: "monthly",
    interval: 2,
    weekdays: [1, 4],
    monthDay: 31,
    place: -1,
    until: "2027-06-30",
    count: 12,
    timeZone: "Europe/Paris",
  } satisfies Required<Recurrence>,
  startsAt: "2026-03-02T15:00:00.000Z",
  endsAt: "2026-03-02T16:00:00.000Z",
  skipped: ["2026-03-09T15:00:00.000Z", "2026-03-30T14:00:00.000Z"],
  moved: {
    "2026-03-16T15:00:00.000Z": { startsAt: "2026-03-17T15:00:00.000Z" },
    "2026-03-23T15:00:00.000Z": {
      startsAt: "2026-03-23T16:00:00.000Z",
      endsAt: "2026-03-23T16:30:00.000Z",
    },
  },
  pausedAt: "2026-03-02T09:00:00.000Z",
};

const fullPlan = {
  series,
  time: { startsAt: "2026-03-02T15:00:00Z", endsAt: "2026-03-02T16:00:00Z" },
  attendees: [{ aadId: bo.aadId, role: "presenter" }, { upn: "ana@contoso.com" }],
  people: [bo, { aadId: "0d3a1f0e-5a4f-4f6e-9d5c-0b8f3f2a7c11" }],
} satisfies Partial<ClaimedRecord>;

export const fullClaim: ClaimedRecord = {
  ...claimed(),
  organizer: bo,
  ...fullBase,
  ...fullPlan,
} satisfies Required<ClaimedRecord>;

export const fullTombstone: CancelledRecord = {
  ...cancelled(),
  ...fullBase,
  ...fullPlan,
} satisfies Required<CancelledRecord>;

/** A live record with every field. */
export const fullRecord: LiveRecord = {
  ...live(),
  ...fullBase,
  series,
  revision: 3,
  meeting: {
    id: "MSo1N2Y5ZGFj",
    joinWebUrl: LINK,
    subject: 'line\nfeed, nul \u0000, half a pair \ud83d, separator \u2028, {"__proto__":1}',
    startsAt: "2026-03-02T15:00:00Z",
    endsAt: "2026-03-02T16:00:00.0000000Z",
    dialIn: { tollNumber: "+1 555 0100", tollFreeNumber: "+1 800 555 0100", conferenceId: "123" },
    attendees: [
      { aadId: bo.aadId, upn: "bo@contoso.com", role: "coorganizer" },
      { upn: "guest@example.com" },
    ],
    expiresAt: "2026-05-01T16:00:00Z",
  },
  isTimeGiven: true,
  wasChannelRefused: true,
  people: [bo],
  keptAliveAt: "2026-03-02T08:00:00.000Z",
  reminder: { minutes: 10 },
  plannedReminder: { startsAt: "2026-03-02T15:00:00.000Z", dueAt: "2026-03-02T14:50:00.000Z" },
  remindedOf: "2026-03-01T15:00:00.000Z",
  coOrganizersDue: [{ aadId: bo.aadId, role: "coorganizer" }],
} satisfies Required<LiveRecord>;

/** Every record that a scan finds. */
export async function scanAll(store: Pick<MeetingStore, "scan">): Promise<StoredRecord[]> {
  const scanned: StoredRecord[] = [];
  for await (const { kind, stored } of store.scan()) if (kind === "record") scanned.push(stored);
  return scanned;
}

/** Keys that Teams, a person or an attacker may send. All are different. */
export const hostileKeys: MeetingKey[] = [
  general,
  { ...general, room: "design" },
  { ...general, room: "Design" },
  { ...general, room: "a/b\\c#d?e" },
  { ...general, room: '","' },
  { ...general, room: "'; DROP TABLE meetings; --" },
  { ...general, room: "設計 \u{1F680} e\u0301" },
  { ...general, room: "設計 \u{1F680} é" },
  { ...general, room: "nul\u0000" },
  { ...general, room: "nul" },
  { ...general, room: "\ud83d" },
  { ...general, room: "\ude00" },
  { ...general, room: "__proto__" },
  { ...general, room: "r".repeat(500) },
  { ...general, room: "\u0000".repeat(500) },
  { ...general, threadId: `${general.threadId}/` },
  { ...general, threadId: '19:general@thread.tacv2","' },
  { ...general, threadId: "19:GENERAL@thread.tacv2" },
  { ...general, threadId: "../../etc/passwd" },
  { ...general, threadId: "\u{1F680}".repeat(250) },
  { ...general, threadId: "t".repeat(500) },
  { ...general, threadId: `${"t".repeat(499)}u` },
  { ...general, tenantId: "00000000-0000-0000-0000-000000000000" },
];

export function isOfGeneral(key: MeetingKey): boolean {
  return key.tenantId === tenantId && key.threadId === general.threadId;
}
