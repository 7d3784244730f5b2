import type * as Library from "ical.js";
import { toCalendarFile } from "../../src/server/calendar-file";
import type { MeetingSeries } from "../../src/meetings/record/meeting-record";
import { toOneLine } from "../../src/request/one-line";
import type { Recurrence } from "../../src/request/recurrence";
import { live } from "../contracts/records";

const ICAL: typeof Library.default = require("ical.js");

const NOW = new Date("2026-11-20T09:00:00Z");
const LINK = "https://teams.microsoft.com/meet/1?p=a;b,c";
const TEXTS = { untitled: "Meeting", join: "Join the meeting" };

function toRecord(
  series?: Partial<MeetingSeries> & { recurrence: Recurrence },
  subject = "Stand-up",
) {
  const startsAt = "2026-11-23T08:30:00.000Z";
  const endsAt = "2026-11-23T08:45:00.000Z";
  return live({
    generation: 1,
    isTimeGiven: true,
    revision: 3,
    meeting: { id: "1", joinWebUrl: LINK, subject, startsAt, endsAt },
    ...(series && { series: { startsAt, endsAt, ...series } }),
  });
}

const write = (record: Parameters<typeof toCalendarFile>[0]) => toCalendarFile(record, TEXTS, NOW);

test("lines end in CRLF and have at most 75 octets, and texts are escaped", () => {
  const subject = `会議の名前、\\ ; , 😀 ${"é".repeat(80)}\nBEGIN:VEVENT`;
  const file = write(toRecord(undefined, subject));
  expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(file).toContain(String.raw`X-WR-CALNAME:会議の名前、\\ \; \, 😀`);
  expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
  for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const calendar = ICAL.Component.fromString(file);
  const events = calendar.getAllSubcomponents("vevent");
  expect(events).toHaveLength(1);
  expect(events[0]!.getFirstPropertyValue("summary")).toBe(toOneLine(subject));
  expect(events[0]!.getFirstPropertyValue("location")).toBe(LINK);
  expect(events[0]!.getFirstPropertyValue("url")).toBe(LINK);
  expect(events[0]!.getFirstPropertyValue("description")).toContain(LINK);
});

test("an event has a stable id and the number of its changes, in UTC", () => {
  const lines = write(toRecord()).split("\r\n");
  expect(lines).toEqual(
    expect.arrayContaining([
      "METHOD:PUBLISH",
      "SEQUENCE:3",
      "DTSTAMP:20261120T090000Z",
      "DTSTART:20261123T083000Z",
      "DTEND:20261123T084500Z",
      "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
      "X-PUBLISHED-TTL:PT1H",
    ]),
  );
  const uid = lines.find((line) => line.startsWith("UID:"));
  expect(write({ ...toRecord(), revision: 4 }).split("\r\n")).toContain(uid);
});

test("a paused series has no event", () => {
  const recurrence: Recurrence = { frequency: "daily", interval: 1, timeZone: "Europe/Paris" };
  expect(write(toRecord({ recurrence, pausedAt: NOW.toISOString() }))).not.toContain("VEVENT");
});

test("a meeting without a time has no event, and no one's name is in a calendar", () => {
  expect(write({ ...toRecord(), isTimeGiven: false })).not.toContain("VEVENT");
  const named = { ...toRecord(), people: [{ aadId: "1", name: "Grace Hopper" }] };
  expect(write(named)).not.toMatch(/Grace|Ada/u);
});
