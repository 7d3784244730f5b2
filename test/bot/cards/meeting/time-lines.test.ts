import { toTimeTexts } from "../../../../bot/cards/meeting/time-lines";

const AFTERNOON = ["2026-03-10T14:00:00Z", "2026-03-10T14:45:00Z"] as const;

// Locale data decides on narrow and thin spaces.
const show = (startsAt: string, endsAt: string, locale: string, timeZone: string) => {
  const time = toTimeTexts({ startsAt, endsAt }, { locale, timeZone });
  return time && [...time.lines, time.zone].map((line) => line.replace(/\s/gu, " "));
};

test.each([
  [
    "en-US",
    "America/New_York",
    ["Tuesday, March 10, 2026", "10:00 – 10:45 AM", "Eastern Daylight Time"],
  ],
  [
    "en-GB",
    "Europe/Berlin",
    ["Tuesday, 10 March 2026", "15:00–15:45", "Central European Standard Time"],
  ],
  [
    "de-DE",
    "Europe/Berlin",
    ["Dienstag, 10. März 2026", "15:00–15:45 Uhr", "Mitteleuropäische Normalzeit"],
  ],
  ["en-US", "Asia/Kolkata", ["Tuesday, March 10, 2026", "7:30 – 8:15 PM", "India Standard Time"]],
  ["en-US", "Asia/Tokyo", ["Tuesday, March 10, 2026", "11:00 – 11:45 PM", "Japan Standard Time"]],
  ["en-US", "Etc/UTC", ["Tuesday, March 10, 2026", "2:00 – 2:45 PM", "UTC"]],
  ["en-US", "Mars/Olympus", ["Tuesday, March 10, 2026", "2:00 – 2:45 PM", "UTC"]],
  ["en-US", "", ["Tuesday, March 10, 2026", "2:00 – 2:45 PM", "UTC"]],
])("for a viewer in %s, %s", (locale, timeZone, expected) => {
  expect(show(...AFTERNOON, locale, timeZone)).toEqual(expected);
});

test.each([
  ["en-US", ["Tue, Mar 10, 2026, 11:30 PM –", "Wed, Mar 11, 2026, 1:15 AM"]],
  ["en-GB", ["Tue, 10 Mar 2026, 23:30 –", "Wed, 11 Mar 2026, 01:15"]],
])("shows both days past midnight: %s", (locale, expected) => {
  expect(show("2026-03-10T22:30:00Z", "2026-03-11T00:15:00Z", locale, "Europe/Berlin")).toEqual([
    ...expected,
    "Central European Standard Time",
  ]);
});

test.each([
  [
    "forward",
    "2026-03-29T00:30:00Z",
    "2026-03-29T01:30:00Z",
    "Sunday, March 29, 2026",
    "1:30 AM GMT+1 – 3:30 AM GMT+2",
  ],
  [
    "back",
    "2026-10-25T00:30:00Z",
    "2026-10-25T01:30:00Z",
    "Sunday, October 25, 2026",
    "2:30 AM GMT+2 – 2:30 AM GMT+1",
  ],
])("shows the offsets when clocks go %s", (_, startsAt, endsAt, day, range) => {
  expect(show(startsAt, endsAt, "en-US", "Europe/Berlin")).toEqual([
    day,
    range,
    expect.stringMatching(/^Central European Time/u),
  ]);
});

test("reads times with Graph's seven decimal places", () => {
  expect(show("2026-03-10T14:00:00.0000000Z", AFTERNOON[1], "en-GB", "UTC")?.[1]).toBe(
    "14:00–14:45",
  );
});

test.each(["", "soon", "2026-13-40"])("returns undefined for the time %p", (startsAt) => {
  expect(show(startsAt, AFTERNOON[1], "en-GB", "UTC")).toBeUndefined();
});
