import { Temporal } from "@js-temporal/polyfill";
import type * as Library from "ical.js";
import * as nodeIcal from "node-ical";
import { ALL_MESSAGES } from "../../bot/locales/messages";
import { toExternalId } from "../../src/meetings/record/external-id";
import type { MeetingSeries } from "../../src/meetings/record/meeting-record";
import { listOccurrences } from "../../src/meetings/series/next-occurrence";
import type { Recurrence } from "../../src/request/recurrence";
import { toCalendarFile } from "../../src/server/calendar-file";
import { live } from "../contracts/records";

const ICAL: typeof Library.default = require("ical.js");

const NOW = new Date("2026-11-20T09:00:00Z");
const YEAR_END = new Date("2027-11-30T00:00:00Z");
const LINK =
  "https://teams.microsoft.com/l/meetup-join/19%3aabc@thread.tacv2/0?context=%7b%22a%22%7d";
const TEXTS = { untitled: "Meeting", join: "Join the meeting" };

function toRecord(
  { recurrence, ...changes }: Partial<MeetingSeries> & { recurrence: Recurrence },
  { local = "2026-11-23T09:30", subject = "Stand-up" } = {},
) {
  const { timeZone } = recurrence;
  const start = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone);
  const startsAt = new Date(start.epochMilliseconds).toISOString();
  const endsAt = new Date(start.epochMilliseconds + 15 * 60_000).toISOString();
  const record = live({
    generation: 1,
    isTimeGiven: true,
    revision: 3,
    meeting: { id: "1", joinWebUrl: LINK, subject, startsAt, endsAt },
  });
  return { ...record, series: { startsAt, endsAt, recurrence, ...changes } };
}

const write = (record: Parameters<typeof toCalendarFile>[0], texts = TEXTS) =>
  toCalendarFile(record, texts, NOW);

type Span = readonly [startsAt: string, endsAt: string];

/** Uses the file's `VTIMEZONE`, and its own rules of recurrence. */
function readWithIcalJs(file: string): Span[] {
  const calendar = ICAL.Component.fromString(file);
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const [first, ...exceptions] = calendar
    .getAllSubcomponents("vevent")
    .map((component) => new ICAL.Event(component));
  for (const exception of exceptions) first!.relateException(exception);
  const iterator = first!.iterator();
  const spans: Span[] = [];
  for (let next = iterator.next(); next && next.toJSDate() < YEAR_END; next = iterator.next()) {
    const { startDate, endDate } = first!.getOccurrenceDetails(next);
    spans.push([startDate.toJSDate().toISOString(), endDate.toJSDate().toISOString()]);
  }
  return spans;
}

/** Uses its own list of zones, by their names. */
function readWithNodeIcal(file: string): Span[] {
  return nodeIcal
    .expandRecurringEvent(readEvent(file), { from: new Date("2026-11-01"), to: YEAR_END })
    .map(({ start, end }) => [start.toISOString(), end.toISOString()]);
}

function readEvent(file: string): nodeIcal.VEvent {
  const events = Object.values(nodeIcal.sync.parseICS(file)).filter(
    (component) => component?.type === "VEVENT",
  );
  expect(events).toHaveLength(1);
  return events[0]!;
}

const READERS = { "ical.js": readWithIcalJs, "node-ical": readWithNodeIcal };

const RULES: Record<string, Omit<Recurrence, "timeZone">> = {
  daily: { frequency: "daily", interval: 1 },
  weekdays: { frequency: "weekly", interval: 1, weekdays: [1, 2, 3, 4, 5] },
  "every second Monday and Thursday": { frequency: "weekly", interval: 2, weekdays: [1, 4] },
  "the first Monday": { frequency: "monthly", interval: 1, weekdays: [1], place: 1 },
  "the last Friday": { frequency: "monthly", interval: 1, weekdays: [5], place: -1 },
  "the 31st": { frequency: "monthly", interval: 1, monthDay: 31 },
  "weekly until spring": {
    frequency: "weekly",
    interval: 1,
    weekdays: [1],
    until: "2027-04-05",
  },
  "thirty times": { frequency: "weekly", interval: 1, weekdays: [1], count: 30 },
};
const STARTS: Record<string, string> = {
  "the first Monday": "2026-12-07T09:30",
  "the last Friday": "2026-11-27T09:30",
  "the 31st": "2026-12-31T09:30",
};
const ZONES = [
  "Europe/Paris",
  "America/New_York",
  "Australia/Sydney",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
];

describe.each(Object.entries(READERS))(
  "%s shows the times that Rendezvous shows",
  (_name, read) => {
    const toExpected = ({ series }: ReturnType<typeof toRecord>): Span[] =>
      listOccurrences(series, NOW, 400)
        .filter(({ startsAt }) => Date.parse(startsAt) < YEAR_END.getTime())
        .map(({ startsAt, endsAt }) => [startsAt, endsAt]);

    test.each(Object.entries(RULES))("over a year, for a meeting that repeats %s", (name, rule) => {
      const local = STARTS[name];
      const recurrence = { ...rule, timeZone: "Australia/Sydney" };
      const record = toRecord({ recurrence }, { ...(local && { local }) });
      const expected = toExpected(record);
      expect(expected.length).toBeGreaterThan(6);
      expect(read(write(record))).toEqual(expected);
    });

    test.each(ZONES)("over a year in %s, with skipped and moved occurrences", (timeZone) => {
      const recurrence: Recurrence = { ...RULES["weekdays"]!, timeZone };
      const all = listOccurrences(toRecord({ recurrence }).series, NOW, 250);
      const skipped = [3, 90, 91, 200].map((index) => all[index]!.startsAt);
      const moved = Object.fromEntries(
        [10, 88, 120, 210].map((index) => {
          const startsAt = new Date(Date.parse(all[index]!.startsAt) + 5 * 3_600_000);
          const endsAt = new Date(startsAt.getTime() + 45 * 60_000);
          const time = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
          return [all[index]!.startsAt, time] as const;
        }),
      );
      const record = toRecord({ recurrence, skipped, moved });
      const spans = read(write(record)).toSorted(([a], [b]) => a.localeCompare(b));
      expect(spans).toEqual(toExpected(record));
    });
  },
);

test("another reader finds id, sequence, zone, rule, and what is left out or moved", () => {
  const recurrence: Recurrence = { ...RULES["weekdays"]!, timeZone: "Europe/Paris" };
  const skipped = ["2026-12-24T08:30:00.000Z"];
  const moved = { "2026-12-07T08:30:00.000Z": { startsAt: "2026-12-07T13:00:00.000Z" } };
  const record = toRecord({ recurrence, skipped, moved });
  const event = readEvent(write(record));
  expect(event).toMatchObject({
    uid: toExternalId(record.key, 1),
    sequence: 3,
    summary: "Stand-up",
    location: LINK,
    url: LINK,
  });
  expect(event.description).toContain(LINK);
  expect(event.start.tz).toBe("Europe/Paris");
  expect(event.start.toISOString()).toBe("2026-11-23T08:30:00.000Z");
  expect(event.dtstamp?.toISOString()).toBe(NOW.toISOString());
  expect(event.rrule?.toString()).toContain("FREQ=WEEKLY");
  expect(Object.values(event.exdate ?? {}).map((at) => at.toISOString())).toContain(skipped[0]);
  expect(Object.values(event.recurrences ?? {})[0]).toMatchObject({
    uid: event.uid,
    recurrenceid: new Date("2026-12-07T08:30:00.000Z"),
    start: new Date("2026-12-07T13:00:00.000Z"),
  });
});

describe("by RFC 5545", () => {
  const NAMES = [
    String.raw`Q&A; costs, plans \ and "more": 50%`,
    `Réunion d’équipe : « budget », été ; ${"é".repeat(60)}`,
    `会議、予算;計画,${"予".repeat(40)}`,
    `Совещание: «бюджет», план; ${"щ".repeat(60)}`,
    `会议，预算；计划😀${"👩‍💻".repeat(12)}`,
  ];
  const recurrence: Recurrence = {
    ...RULES["weekdays"]!,
    until: "2027-06-30",
    timeZone: "America/New_York",
  };
  const moved = {
    "2026-12-07T14:30:00.000Z": { startsAt: "2026-12-07T19:00:00.000Z" },
    "2026-12-08T14:30:00.000Z": { startsAt: "2026-12-08T19:00:00.000Z" },
  };
  const skipped = ["2026-12-09T14:30:00.000Z", "2026-12-10T14:30:00.000Z"];
  const cases = ALL_MESSAGES.map(({ language, card }, index) => {
    const record = toRecord({ recurrence, moved, skipped }, { subject: NAMES[index]! });
    const texts = { untitled: card.untitled, join: card.calendarJoin };
    return [language, { name: NAMES[index]!, file: write(record, texts) }] as const;
  });

  test.each(cases)(
    "lines are whole characters of at most 75 octets, in %s",
    (_language, { file }) => {
      expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
      const lines = Buffer.from(file).toString("latin1").split("\r\n");
      const decoder = new TextDecoder("utf-8", { fatal: true });
      for (const line of lines) {
        expect(line.length).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n\0]/u);
        expect(() => decoder.decode(Buffer.from(line, "latin1"))).not.toThrow();
      }
    },
  );

  test.each(cases)(
    "texts are escaped and come back as they were, in %s",
    (_language, { name, file }) => {
      const unfolded = unfold(file);
      const summaries = unfolded.filter((line) => line.startsWith("SUMMARY:"));
      expect(summaries).toHaveLength(3);
      for (const summary of summaries) {
        // After each backslash is what it escapes, and no separator is left without one.
        expect(summary.slice("SUMMARY:".length).replace(/\\[\\;,nN]/gu, "")).not.toMatch(/[\\;,]/u);
      }
      expect(readEvent(file).summary).toBe(name);
    },
  );

  test.each(cases)("each event and each zone is complete, in %s", (_language, { file }) => {
    const lines = unfold(file);
    const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;
    for (const once of [/^VERSION:2\.0$/u, /^PRODID:/u, /^BEGIN:VCALENDAR$/u, /^METHOD:/u]) {
      expect(count(once)).toBe(1);
    }
    const zones = new Set(lines.flatMap((line) => /;TZID=([^:;]+)[:;]/u.exec(line)?.[1] ?? []));
    expect([...zones]).toEqual(["America/New_York"]);
    for (const zone of zones)
      expect(lines.filter((line) => line === `TZID:${zone}`)).toHaveLength(1);
    expect(count(/^BEGIN:VTIMEZONE$/u)).toBe(1);
    expect(lines.indexOf("BEGIN:VTIMEZONE")).toBeLessThan(lines.indexOf("BEGIN:VEVENT"));
    const events = file.split("BEGIN:VEVENT").slice(1).map(unfold);
    expect(events).toHaveLength(3);
    for (const event of events) {
      for (const property of ["UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "URL"]) {
        expect(event.filter((line) => line.split(/[:;]/u)[0] === property)).toHaveLength(1);
      }
      expect(event).toContainEqual(expect.stringMatching(/^DTSTAMP:\d{8}T\d{6}Z$/u));
      expect(event).toContainEqual(expect.stringMatching(/^DTSTART;TZID=[^:]+:\d{8}T\d{6}$/u));
    }
    // A start with a zone needs an end in UTC: the last meeting is at 9:30 AM in New York.
    expect(count(/^RRULE:.*;UNTIL=20270630T133000Z/u)).toBe(1);
    expect(count(/^RECURRENCE-ID;TZID=America\/New_York:2026120[78]T093000$/u)).toBe(2);
    expect(count(/^EXDATE;TZID=America\/New_York:202612(09|10)T093000$/u)).toBe(2);
  });
});

function unfold(file: string): string[] {
  return file.replaceAll("\r\n ", "").split("\r\n");
}
