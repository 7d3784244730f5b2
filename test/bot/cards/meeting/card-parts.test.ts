import type { MeetingCardData } from "../../../../bot/cards/meeting/meeting-card-data";
import { renderMeeting } from "../../../../bot/cards/meeting/meeting-card";
import { BERLIN, invite, JOIN_URL, meeting, toMeetingCard } from "../sample-data";

/** A change of each field, so that a new field doesn't compile until it's here. */
const CHANGES: Record<keyof MeetingCardData, Partial<MeetingCardData>> = {
  subject: { subject: "Retro" },
  joinWebUrl: { joinWebUrl: `${JOIN_URL}&x=1` },
  attached: { attached: { byName: "Ada Larsen" } },
  time: { time: { kind: "standing" } },
  live: {
    live: { kind: "in-progress", startedAt: "2026-11-20T14:02:00.000Z", peopleCount: 4 },
  },
  organizerName: { organizerName: "Bo Nilsson" },
  people: { people: invite("Chen Wei") },
  mentions: { mentions: [{ teamsId: "29:chen", name: "Chen Wei" }] },
  notNotified: { notNotified: [{ name: "Chen", address: "chen@contoso.com" }] },
  belongsTo: { belongsTo: "elsewhere" },
  room: { room: { kind: "named", name: "design" } },
  reminderMinutes: { reminderMinutes: 10 },
  dialIn: { dialIn: { tollNumber: "+1 555 0100" } },
  status: { status: "new-link" },
  understood: { understood: "“Sprint review”" },
  expiresAt: { expiresAt: "2026-12-04T09:00:00Z" },
  now: { now: new Date("2027-03-01T09:00:00Z") },
  notice: { notice: { tone: "info", text: "Ada changed the time." } },
  meetingToken: { meetingToken: "B".repeat(160) },
  outlookOrigin: { outlookOrigin: "https://outlook.office365.us" },
  calendarAddresses: { calendarAddresses: ["chen@contoso.com"] },
  calendarPage: { calendarPage: "https://rendezvous.contoso.com/m/A/calendar" },
  refreshUserIds: { refreshUserIds: ["29:bo"] },
  isPrivate: { isPrivate: true },
  isGone: { isGone: true },
  isWithoutBot: { isWithoutBot: true },
};

/** Without a time, the link to Outlook is on the card. */
const IN_OUTLOOK = new Set(["outlookOrigin", "calendarAddresses"]);

test.each(Object.entries(CHANGES))("a remembered card shows a change of %s", (field, changes) => {
  const base = meeting(IN_OUTLOOK.has(field) ? CHANGES.time : {});
  const before = toMeetingCard(base, BERLIN);
  const changed = toMeetingCard({ ...base, ...changes }, BERLIN);
  expect(changed).not.toEqual(before);
  expect(toMeetingCard(base, BERLIN)).toEqual(before);
  expect(toMeetingCard({ ...base, ...changes }, BERLIN)).toEqual(changed);
});

test("readers in other time zones share all but the time, and readers in other languages nothing", () => {
  const berlin = toMeetingCard(meeting(), BERLIN);
  const tokyo = toMeetingCard(meeting(), { ...BERLIN, timeZone: "Asia/Tokyo" });
  const paris = toMeetingCard(meeting(), { ...BERLIN, locale: "fr-FR" });
  const [heading, when, ...rest] = berlin.body;
  expect(tokyo.body[0]).toBe(heading);
  expect(tokyo.body[1]).not.toEqual(when);
  expect(tokyo.body.slice(2).every((element, index) => element === rest[index])).toBe(true);
  expect(paris.body.some((element) => berlin.body.includes(element))).toBe(false);
});

test("readers of one language keep the clock and date of their region", () => {
  const british = toMeetingCard(meeting(), BERLIN).body[1];
  const american = toMeetingCard(meeting(), { ...BERLIN, locale: "en-US" }).body[1];
  expect([british, american]).toMatchObject([
    { inlines: [{ text: expect.stringContaining("15:00") }] },
    { inlines: [{ text: expect.stringContaining("3:00") }] },
  ]);
});

test.each([
  ["Asia/Kathmandu", "2026-12-31T18:15:00.000Z"], // 5:45 ahead of UTC
  ["America/St_Johns", "2027-01-01T03:30:00.000Z"], // 3:30 behind
  ["Pacific/Kiritimati", "2026-12-31T10:00:00.000Z"],
])("a card shows the year from the first moment of the next one, in %s", (timeZone, newYear) => {
  const viewer = { ...BERLIN, timeZone };
  const toText = (now: Date) => renderMeeting(meeting({ now }), viewer).summary;
  const before = new Date(Date.parse(newYear) - 1);
  for (const now of [before, new Date(newYear), before]) {
    expect(toText(now).includes("2026")).toBe(now !== before);
  }
});

test("a card that others see too can't be changed", () => {
  const { body } = toMeetingCard(meeting(), BERLIN);
  for (const element of [body[0], body.at(-1)]) {
    expect(Reflect.set(element ?? {}, "spacing", "None")).toBe(false);
  }
});
