import { toMeetingCard } from "../../../../bot/cards/meeting/meeting-card";
import type { MeetingCardData } from "../../../../bot/cards/meeting/meeting-card-data";
import { toSummary } from "../../../../bot/cards/meeting/meeting-lines";
import { renderMeeting } from "../../../../bot/cards/meeting/render-meeting";
import { messagesFor } from "../../../../bot/locales/messages";
import type { Viewer } from "../../../../bot/turn/viewer";
import { BERLIN, invite, JOIN_URL, meeting } from "../sample-data";

/** A change of each field, so that a new field doesn't compile until it's here. */
const CHANGES: Record<keyof MeetingCardData, Partial<MeetingCardData>> = {
  subject: { subject: "Retro" },
  joinWebUrl: { joinWebUrl: `${JOIN_URL}&x=1` },
  time: { time: { kind: "standing" } },
  organizerName: { organizerName: "Bo Nilsson" },
  people: { people: invite("Chen Wei") },
  mentions: { mentions: [{ teamsId: "29:chen", name: "Chen Wei" }] },
  notNotified: { notNotified: [{ name: "Chen", address: "chen@contoso.com" }] },
  belongsTo: { belongsTo: "elsewhere" },
  room: { room: { kind: "named", name: "design" } },
  dialIn: { dialIn: { tollNumber: "+1 555 0100" } },
  status: { status: "new-link" },
  understood: { understood: "“Sprint review”" },
  expiresAt: { expiresAt: "2026-12-04T09:00:00Z" },
  now: { now: new Date("2027-03-01T09:00:00Z") },
  notice: { notice: { tone: "info", text: "Ada changed the time." } },
  meetingToken: { meetingToken: "B".repeat(160) },
  outlookOrigin: { outlookOrigin: "https://outlook.office365.us" },
  calendarAddresses: { calendarAddresses: ["chen@contoso.com"] },
  refreshUserIds: { refreshUserIds: ["29:bo", "29:bo", "29:chen"] },
  isPrivate: { isPrivate: true },
  isGone: { isGone: true },
  isWithoutBot: { isWithoutBot: true },
};
const VIEWERS: Viewer[] = [
  BERLIN,
  { ...BERLIN, locale: "en-US" },
  { ...BERLIN, locale: "fr-FR" },
  { ...BERLIN, timeZone: "America/New_York" },
];

function expectCurrent(data: MeetingCardData, viewer: Viewer): void {
  expect(renderMeeting(data, viewer)).toEqual({
    card: toMeetingCard(data, viewer),
    summary: toSummary(data, viewer, messagesFor(viewer.locale)),
  });
}

test("people share a card only if all of it is the same", () => {
  const cards = [
    meeting(),
    ...Object.values(CHANGES).map((changes) => meeting(changes)),
    meeting({ refreshUserIds: [] }),
  ];
  for (let round = 1; round <= 2; round++) {
    for (const data of cards) for (const viewer of VIEWERS) expectCurrent(data, viewer);
  }
});

test.each(Object.entries(CHANGES))("shows a change of %s", (_field, changes) => {
  renderMeeting(meeting(), BERLIN);
  const { card } = renderMeeting(meeting(changes), BERLIN);
  expect(card).not.toEqual(renderMeeting(meeting(), BERLIN).card);
});

test("the same card is rendered once a minute", () => {
  const { body } = renderMeeting(
    meeting({ now: new Date("2026-03-01T09:00:00.000Z") }),
    BERLIN,
  ).card;
  const at = (now: string) => renderMeeting(meeting({ now: new Date(now) }), BERLIN).card.body;
  expect(at("2026-03-01T09:00:59.999Z")).toBe(body);
  expect(at("2026-03-01T09:01:00.000Z")).not.toBe(body);
});

test("a card shows the year from the first moment of the next one, in each time zone", () => {
  // Kathmandu is 5:45 ahead, Newfoundland 3:30 behind.
  for (const [timeZone, newYear] of [
    ["Asia/Kathmandu", "2026-12-31T18:15:00.000Z"],
    ["America/St_Johns", "2027-01-01T03:30:00.000Z"],
  ] as const) {
    const viewer = { ...BERLIN, timeZone };
    const before = new Date(Date.parse(newYear) - 1);
    for (const now of [before, new Date(newYear), before]) {
      expectCurrent(meeting({ now }), viewer);
      const { summary } = renderMeeting(meeting({ now }), viewer);
      expect(summary.includes("2026")).toBe(now !== before);
    }
  }
});

test("a card that others see too can't be changed", () => {
  const { card } = renderMeeting(meeting(), BERLIN);
  expect(() => card.body.pop()).toThrow(TypeError);
});
