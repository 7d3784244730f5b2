import { toMeetingCard } from "../../../bot/cards/meeting-card";
import type { MeetingCardData } from "../../../bot/cards/meeting-card-data";
import { en } from "../../../bot/locales/en";
import { buttonOf } from "../../support/cards";
import { BERLIN, JOIN_URL, meeting } from "./sample-cards";

const STANDING = { kind: "standing" } as const;

const readCalendarLink = (changes: Partial<MeetingCardData>) => {
  const action = buttonOf(toMeetingCard(meeting(changes), BERLIN, en), "Add to calendar");
  return action.type === "Action.OpenUrl" ? new URL(action.url) : undefined;
};

test("the calendar gets everything", () => {
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

test("a standing meeting's calendar time is left to the person, or taken where there is one", () => {
  expect(readCalendarLink({ time: STANDING })?.searchParams.has("startdt")).toBe(false);
  const time = {
    ...STANDING,
    startsAt: "2026-03-10T14:00:00.0000000Z",
    endsAt: "2026-03-10T15:00:00Z",
  };
  expect(readCalendarLink({ time })?.searchParams.get("startdt")).toBe("2026-03-10T14:00:00Z");
});

test("the calendar is the one of the reader's cloud", () => {
  const link = readCalendarLink({ outlookOrigin: "https://outlook.office365.us" });
  expect(link?.origin).toBe("https://outlook.office365.us");
});

test("nobody writes HTML into the calendar", () => {
  const link = readCalendarLink({ dialIn: { conferenceId: '<img src=x onerror="1">&' } });
  expect(link?.searchParams.get("body")).toContain("&lt;img src=x onerror=&quot;1&quot;&gt;&amp;");
});
