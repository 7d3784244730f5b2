import { Temporal } from "@js-temporal/polyfill";
import { findOccurrence, listOccurrences } from "../../../src/meetings/series/next-occurrence";
import type { MeetingSeries } from "../../../src/meetings/record/meeting-record";
import type { Recurrence } from "../../../src/request/recurrence";
import { live } from "../../contracts/records";

const MONDAYS: Recurrence = {
  frequency: "weekly",
  interval: 1,
  weekdays: [1],
  timeZone: "Europe/Paris",
};

/** A series of 15 minutes from a local time. */
function series(
  first: string,
  recurrence: Recurrence,
  fields: Partial<MeetingSeries> = {},
): MeetingSeries {
  const start = Temporal.PlainDateTime.from(first).toZonedDateTime(recurrence.timeZone);
  const startsAt = new Date(start.epochMilliseconds).toISOString();
  const endsAt = new Date(start.epochMilliseconds + 15 * 60_000).toISOString();
  return { recurrence, startsAt, endsAt, ...fields };
}

function wallTimes(of: MeetingSeries, from: string, limit: number): string[] {
  return listOccurrences(of, new Date(from), limit).map(({ startsAt }) =>
    Temporal.Instant.from(startsAt)
      .toZonedDateTimeISO(of.recurrence.timeZone)
      .toPlainDateTime()
      .toString({ smallestUnit: "minute" }),
  );
}

describe("the clocks", () => {
  it.each([
    ["America/New_York", ["13:30", "14:30"]],
    ["Europe/Paris", ["07:30", "08:30"]],
    ["Australia/Sydney", ["22:30", "23:30"]],
    ["America/Santiago", ["12:30", "13:30"]],
    ["Asia/Kolkata", ["04:00"]],
    ["Australia/Lord_Howe", ["22:30", "23:00"]],
  ])("don't move a weekly 9:30 in %s over a year", (timeZone, inUtc) => {
    const weekly = series("2026-11-23T09:30", { ...MONDAYS, timeZone });
    const year = listOccurrences(weekly, new Date(weekly.startsAt), 53);
    const first = Temporal.PlainDateTime.from("2026-11-23T09:30");
    expect(wallTimes(weekly, weekly.startsAt, 53)).toEqual(
      Array.from({ length: 53 }, (_, week) =>
        first.add({ weeks: week }).toString({ smallestUnit: "minute" }),
      ),
    );
    expect([...new Set(year.map(({ startsAt }) => startsAt.slice(11, 16)))].toSorted()).toEqual(
      inUtc,
    );
    const lengths = year.map(({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt));
    expect(new Set(lengths)).toEqual(new Set([15 * 60_000]));
  });

  it("read a time that they skip with the offset before, and don't keep it later", () => {
    const daily = series("2027-03-12T02:30", {
      frequency: "daily",
      interval: 1,
      timeZone: "America/New_York",
    });
    expect(wallTimes(daily, daily.startsAt, 4)).toEqual([
      "2027-03-12T02:30",
      "2027-03-13T02:30",
      "2027-03-14T03:30",
      "2027-03-15T02:30",
    ]);
  });

  it("read the first of a time that exists twice", () => {
    const daily = series("2026-10-31T01:30", {
      frequency: "daily",
      interval: 1,
      timeZone: "America/New_York",
    });
    expect(
      listOccurrences(daily, new Date(daily.startsAt), 3).map(({ startsAt }) => startsAt),
    ).toEqual(["2026-10-31T05:30:00.000Z", "2026-11-01T05:30:00.000Z", "2026-11-02T06:30:00.000Z"]);
  });

  it("make a meeting over the change as long as the others", () => {
    const nightly = {
      ...series("2027-03-27T01:30", { frequency: "daily", interval: 1, timeZone: "Europe/Paris" }),
      endsAt: "2027-03-27T02:30:00.000Z",
    };
    expect(listOccurrences(nightly, new Date(nightly.startsAt), 2)[1]).toEqual({
      startsAt: "2027-03-28T00:30:00.000Z",
      endsAt: "2027-03-28T02:30:00.000Z",
      ruleStartsAt: "2027-03-28T00:30:00.000Z",
    });
  });
});

it.each<[string, string, Recurrence, string, string[]]>([
  [
    "every second week from its first",
    "2026-11-23T09:30",
    { ...MONDAYS, interval: 2, weekdays: [1, 7] },
    "2026-11-24T00:00Z",
    ["2026-11-29T09:30", "2026-12-07T09:30", "2026-12-13T09:30"],
  ],
  [
    "until the end of its last day",
    "2026-11-23T23:30",
    { ...MONDAYS, until: "2026-12-07" },
    "2026-11-20T00:00Z",
    ["2026-11-23T23:30", "2026-11-30T23:30", "2026-12-07T23:30"],
  ],
  [
    "so many times",
    "2026-11-23T09:30",
    { ...MONDAYS, count: 2 },
    "2026-11-24T00:00Z",
    ["2026-11-30T09:30"],
  ],
  [
    "on the first Monday of the month",
    "2026-12-07T09:30",
    { frequency: "monthly", interval: 1, weekdays: [1], place: 1, timeZone: "Europe/Paris" },
    "2026-12-08T00:00Z",
    ["2027-01-04T09:30", "2027-02-01T09:30", "2027-03-01T09:30"],
  ],
  [
    "on the last Friday of the month",
    "2026-11-27T09:30",
    { frequency: "monthly", interval: 1, weekdays: [5], place: -1, timeZone: "Europe/Paris" },
    "2026-12-08T00:00Z",
    ["2026-12-25T09:30", "2027-01-29T09:30", "2027-02-26T09:30"],
  ],
  [
    "on the 31st where there is one",
    "2026-12-31T09:30",
    { frequency: "monthly", interval: 2, monthDay: 31, timeZone: "Europe/Paris" },
    "2027-01-01T00:00Z",
    ["2027-08-31T09:30", "2027-10-31T09:30", "2027-12-31T09:30"],
  ],
  [
    "on the other side of the date line",
    "2026-11-23T09:30",
    { ...MONDAYS, timeZone: "Pacific/Kiritimati" },
    "2026-11-23T00:00Z",
    ["2026-11-30T09:30", "2026-12-07T09:30", "2026-12-14T09:30"],
  ],
])("counts %s", (_, first, recurrence, from, expected) => {
  expect(wallTimes(series(first, recurrence), from, 3)).toEqual(expected);
});

describe("exceptions", () => {
  const [first, second, third] = [
    "2026-11-23T08:30:00.000Z",
    "2026-11-30T08:30:00.000Z",
    "2026-12-07T08:30:00.000Z",
  ];
  const list = (fields: Partial<MeetingSeries>, from = first) =>
    listOccurrences(series("2026-11-23T09:30", MONDAYS, fields), new Date(from), 2).map(
      ({ startsAt, ruleStartsAt }) => [startsAt, ruleStartsAt],
    );

  it("leave out what was skipped", () => {
    expect(list({ skipped: [first, second] })).toEqual([
      [third, third],
      ["2026-12-14T08:30:00.000Z", "2026-12-14T08:30:00.000Z"],
    ]);
  });

  it("show a moved one at its time, in order", () => {
    const later = { startsAt: "2026-12-08T12:00:00.000Z", endsAt: "2026-12-08T12:30:00.000Z" };
    expect(list({ moved: { [second]: later } }, second)).toEqual([
      [third, third],
      [later.startsAt, second],
    ]);
    const earlier = { startsAt: "2026-11-20T12:00:00.000Z", endsAt: "2026-11-20T12:30:00.000Z" };
    expect(list({ moved: { [second]: earlier } }, "2026-11-20T11:00:00.000Z")).toEqual([
      [earlier.startsAt, second],
      [first, first],
    ]);
    expect(list({ moved: { [second]: earlier } }, second)).toEqual([
      [third, third],
      ["2026-12-14T08:30:00.000Z", "2026-12-14T08:30:00.000Z"],
    ]);
  });

  it("have none while it's paused", () => {
    expect(list({ pausedAt: first })).toEqual([]);
  });
});

describe("a meeting's next time", () => {
  const meeting = {
    id: "1",
    joinWebUrl: "https://teams.microsoft.com/l/meetup-join/1",
    startsAt: "2026-11-23T08:30:00.000Z",
    endsAt: "2026-11-23T08:45:00.000Z",
  };
  const record = live({
    meeting,
    isTimeGiven: true,
    series: series("2026-11-23T09:30", { ...MONDAYS, count: 2 }),
  });
  const at = (now: string) => findOccurrence(record, new Date(now))?.startsAt;

  it("is the one that goes on until it's over", () => {
    expect(at("2026-11-23T08:44:59.000Z")).toBe("2026-11-23T08:30:00.000Z");
    expect(at("2026-11-23T08:45:00.000Z")).toBe("2026-11-30T08:30:00.000Z");
    expect(at("2026-11-30T08:45:00.000Z")).toBeUndefined();
  });

  it("is its own without a series, while that isn't over", () => {
    const single = live({ meeting, isTimeGiven: true });
    expect(findOccurrence(single, new Date(meeting.startsAt))).toEqual({
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
    });
    expect(findOccurrence(single, new Date(meeting.endsAt))).toBeUndefined();
    expect(findOccurrence(live({ meeting }), new Date(meeting.startsAt))).toBeUndefined();
  });
});
