import type { MeetingCardData } from "../../../../bot/cards/meeting/meeting-card-data";
import { buttonOf } from "../../../support/cards";
import { BERLIN, JOIN_URL, meeting, toMeetingCard } from "../sample-data";

const STANDING = { kind: "standing" } as const;
const PAGE = "https://rendezvous.contoso.com/m/A/calendar";

const readCalendarLink = (changes: Partial<MeetingCardData>) => {
  const { startsAt, endsAt } = meeting().time;
  const time = { ...STANDING, startsAt, endsAt };
  const card = toMeetingCard(meeting({ isWithoutBot: true, time, ...changes }), BERLIN);
  const action = buttonOf(card, "Calendar");
  return action.type === "Action.OpenUrl" ? new URL(action.url) : undefined;
};

const readRecipients = (calendarAddresses: string[], changes: Partial<MeetingCardData> = {}) =>
  readCalendarLink({ calendarAddresses, ...changes })?.searchParams.get("to");

test("leads to the ways to choose from, to their page without the bot, or to Outlook alone without a time", () => {
  const toAction = (changes: Partial<MeetingCardData>, title = "Calendar") =>
    buttonOf(toMeetingCard(meeting({ meetingToken: "token", ...changes }), BERLIN), title);
  const asking = { type: "Action.Execute", verb: "calendar", data: { ref: "token" } };
  expect(toAction({})).toMatchObject(asking);
  expect(toAction({ isWithoutBot: true, calendarPage: PAGE })).toMatchObject({
    type: "Action.OpenUrl",
    url: PAGE,
  });
  const standing = toAction({ time: STANDING }, "Add to calendar");
  expect(standing).toMatchObject({
    type: "Action.OpenUrl",
    url: expect.stringContaining("https://outlook.office.com/"),
  });
});

test("fills in all fields of the event", () => {
  const subject = "Q&A: 100% / déjà vu + 日本 #1";
  const link = readCalendarLink({
    subject,
    dialIn: { tollNumber: "+49 69 1", conferenceId: "12#" },
  });
  expect(link?.href).toMatch(
    /^https:\/\/outlook\.office\.com\/calendar\/0\/deeplink\/compose\?path=/u,
  );
  expect(link?.search).not.toMatch(/[+\s]/u);
  expect(Object.fromEntries(link?.searchParams ?? [])).toEqual({
    path: "/calendar/action/compose",
    rru: "addevent",
    subject,
    startdt: "2026-03-10T14:00:00Z",
    enddt: "2026-03-10T14:45:00Z",
    location: "Microsoft Teams",
    body: `<a href="${JOIN_URL}">Join the meeting</a><br>Phone: +49 69 1<br>Conference ID: 12#`,
  });
});

test("leaves out the time of a standing meeting, unless it has one", () => {
  expect(readCalendarLink({ time: STANDING })?.searchParams.has("startdt")).toBe(false);
  const time = {
    ...STANDING,
    startsAt: "2026-03-10T14:00:00.0000000Z",
    endsAt: "2026-03-10T15:00:00Z",
  };
  expect(readCalendarLink({ time })?.searchParams.get("startdt")).toBe("2026-03-10T14:00:00Z");
});

test("opens Outlook in the viewer's cloud", () => {
  const link = readCalendarLink({ outlookOrigin: "https://outlook.office365.us" });
  expect(link?.origin).toBe("https://outlook.office365.us");
});

test("escapes HTML in the event", () => {
  const link = readCalendarLink({ dialIn: { conferenceId: '<img src=x onerror="1">&' } });
  expect(link?.searchParams.get("body")).toContain("&lt;img src=x onerror=&quot;1&quot;&gt;&amp;");
});

describe("the invited addresses", () => {
  test.each<[string[], string | null]>([
    [["ana@contoso.com", "bo@contoso.com"], "ana@contoso.com,bo@contoso.com"],
    [["ana@contoso.com", "ana@contoso.com"], "ana@contoso.com"],
    [["a+b&c=d@contoso.com", "ü@exämple.de"], "a+b&c=d@contoso.com,ü@exämple.de"],
    [["Ana", "", "@", "a@b,c@d", "a@b;c@d", "<a@b>", "a b@c", "a@\uD83D", "a@b\n"], null],
    [[], null],
  ])("%j become %p", (addresses, expected) => {
    expect(readRecipients(addresses)).toBe(expected);
  });

  test("are encoded, including commas", () => {
    const link = readCalendarLink({ calendarAddresses: ["a&b@contoso.com", "c@contoso.com"] });
    expect(link?.search).toMatch(/&to=a%26b%40contoso\.com%2Cc%40contoso\.com$/u);
  });

  test("leaves out those that don't fit into the link", () => {
    const addresses = Array.from({ length: 200 }, (_, index) => `person.${index}@contoso.com`);
    const link = readCalendarLink({ calendarAddresses: addresses });
    expect(link?.href.length).toBeLessThanOrEqual(2000);
    expect(link?.href.length).toBeGreaterThan(1950);
    expect(readRecipients(["x".repeat(2000) + "@contoso.com", "bo@contoso.com"])).toBe(
      "bo@contoso.com",
    );
    expect(readRecipients(addresses, { subject: "会".repeat(255) })).toBeNull();
  });
});
