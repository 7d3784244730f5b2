import type * as Library from "ical.js";
import { toCalendarFile } from "../../src/server/calendar-file";
import type { MeetingSeries } from "../../src/meetings/record/meeting-record";
import { listOccurrences } from "../../src/meetings/series/next-occurrence";
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

/** The starts of all events, as a calendar program shows them. */
function readStarts(file: string, count: number): string[] {
  const calendar = ICAL.Component.fromString(file);
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const [first, ...exceptions] = calendar
    .getAllSubcomponents("vevent")
    .map((component) => new ICAL.Event(component));
  for (const exception of exceptions) first!.relateException(exception);
  const iterator = first!.iterator();
  const starts: string[] = [];
  for (let next = iterator.next(); next && starts.length < count; next = iterator.next()) {
    starts.push(first!.getOccurrenceDetails(next).startDate.toJSDate().toISOString());
  }
  return starts.toSorted();
}

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

test.each(["Europe/Paris", "America/New_York", "Australia/Sydney", "Asia/Kolkata"])(
  "a year of a weekly series in %s has the times that Rendezvous shows",
  (timeZone) => {
    const recurrence: Recurrence = { frequency: "weekly", interval: 1, weekdays: [1, 3], timeZone };
    const record = toRecord({ recurrence });
    const expected = listOccurrences(record.series!, NOW, 104).map(({ startsAt }) => startsAt);
    expect(expected).toHaveLength(104);
    const starts = readStarts(write(record), 104);
    expect(starts.filter((start) => start >= expected[0]!)).toEqual(
      expected.slice(0, starts.length),
    );
  },
);

test("skipped occurrences are left out, moved ones are elsewhere, and a paused series has no event", () => {
  const recurrence: Recurrence = {
    frequency: "weekly",
    interval: 1,
    weekdays: [1],
    until: "2027-01-31",
    timeZone: "Europe/Paris",
  };
  const skipped = ["2026-11-30T08:30:00.000Z"];
  const moved = {
    "2026-12-07T08:30:00.000Z": {
      startsAt: "2026-12-08T13:00:00.000Z",
      endsAt: "2026-12-08T13:15:00.000Z",
    },
  };
  const record = toRecord({ recurrence, skipped, moved });
  const expected = listOccurrences(record.series!, NOW, 50).map(({ startsAt }) => startsAt);
  expect(readStarts(write(record), 50)).toEqual(expected);
  const paused = toRecord({ recurrence, pausedAt: NOW.toISOString() });
  expect(write(paused)).not.toContain("VEVENT");
});

test("a meeting without a time has no event, and no one's name is in a calendar", () => {
  expect(write({ ...toRecord(), isTimeGiven: false })).not.toContain("VEVENT");
  const named = { ...toRecord(), people: [{ aadId: "1", name: "Grace Hopper" }] };
  expect(write(named)).not.toMatch(/Grace|Ada/u);
});
