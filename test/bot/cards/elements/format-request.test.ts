import { formatRequest } from "../../../../bot/cards/elements/format-request";
import type { Viewer } from "../../../../bot/turn/viewer";
import type { MeetingRequest } from "../../../../src/request/meeting-request";

const PARIS: Viewer = { locale: "en-GB", timeZone: "Europe/Paris" };
const SPAN = {
  kind: "span",
  startsAt: "2026-11-24T14:00:00.000Z",
  endsAt: "2026-11-24T14:45:00.000Z",
} as const;

const NOW = new Date("2026-11-20T10:00:00Z");

type Request = Partial<Omit<MeetingRequest, "people">> & { people?: string[] };

const format = ({ people = [], ...request }: Request, viewer = PARIS, now = NOW) => {
  const invited = people.map((upn) => ({ kind: "address", upn }) as const);
  return formatRequest({ ...request, people: invited }, now, viewer);
};

test.each<[Request, string]>([
  [
    { topic: "Sprint review", time: SPAN, people: ["Ana", "Bo"] },
    "Sprint review · Tue 24 Nov · 15:00–15:45 CET · Ana, Bo",
  ],
  [{ time: { kind: "start", startsAt: SPAN.startsAt } }, "Tue 24 Nov · 15:00 CET"],
  [{ time: { kind: "length", minutes: 45 } }, "now, 45 minutes"],
  [{ time: { kind: "length", minutes: 1 } }, "now, 1 minute"],
  [{ time: { kind: "length", minutes: 120 } }, "now, 2 hours"],
  [{ topic: "Sprint", room: "design" }, "Sprint · #design"],
  [{ topic: "Sprint", isHere: true }, "Sprint · this thread"],
  [
    { people: "Ana,Bo,Chi,Dan,Eva,Fay,Guy,Hal,Ivo".split(",") },
    "Ana, Bo, Chi, Dan, Eva, Fay, 3 others",
  ],
  [{ people: "Ana,Bo,Chi,Dan,Eva,Fay,Guy".split(",") }, "Ana, Bo, Chi, Dan, Eva, Fay, Guy"],
  [{}, ""],
  [{ topic: " \u200B", people: ["", "\n"], room: "" }, ""],
  [{ time: { kind: "start", startsAt: "soon" } }, ""],
  [{ topic: "a\nb", people: ["C\u202Ed"], room: "e\tf" }, "a b · Cd · #e f"],
])("formats %j as %s", (request, expected) => expect(format(request)).toBe(expected));

test("shows a year that isn't the current one", () => {
  const now = new Date("2025-11-20T10:00:00Z");
  expect(format({ time: SPAN }, PARIS, now)).toBe("Tue, 24 Nov 2026 · 15:00–15:45 CET");
});

test.each([
  ["en-US", "America/New_York", "Tue, Nov 24 · 9:00–9:45 AM EST"],
  ["ru-RU", "Asia/Kolkata", "вт, 24 нояб. · 19:30–20:15 (Индия)"],
  ["en-GB", "Mars/Olympus", "Tue 24 Nov · 14:00–14:45 UTC"],
])("formats for a viewer in %s, %s", (locale, timeZone, expected) => {
  expect(format({ time: SPAN }, { locale, timeZone })).toBe(expected);
});
