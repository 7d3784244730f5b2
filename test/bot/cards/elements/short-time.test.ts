import { toZoneName } from "../../../../bot/cards/elements/viewer-clock";
import { toDay, toMoment, toShortTime } from "../../../../bot/cards/elements/short-time";

const NOW = new Date("2026-11-20T10:00:00Z");
const START = "2026-11-24T14:00:00Z";
const END = "2026-11-24T14:45:00Z";
const PARIS = { locale: "en-GB", timeZone: "Europe/Paris" };

test.each([
  ["en-GB", "Tue 24 Nov, 15:00–15:45", "Tue 24 Nov, 15:00"],
  ["en-US", "Tue, Nov 24, 3:00 – 3:45 PM", "Tue, Nov 24, 3:00 PM"],
  ["fr-FR", "mar. 24 nov., 15:00 – 15:45", "mar. 24 nov., 15:00"],
  ["ru-RU", "вт, 24 нояб., 15:00–15:45", "вт, 24 нояб., 15:00"],
  ["zh-CN", "11/24周二 15:00–15:45", "11月24日周二 15:00"],
])("in %s, with plain spaces", (locale, range, moment) => {
  const viewer = { ...PARIS, locale };
  expect(toShortTime({ startsAt: START, endsAt: END }, viewer, NOW)).toBe(range);
  expect(toShortTime({ startsAt: START }, viewer, NOW)).toBe(moment);
});

test("in Japanese, however its range is written", () => {
  const text = toShortTime({ startsAt: START, endsAt: END }, { ...PARIS, locale: "ja-JP" }, NOW);
  expect(text).toMatch(/^11\D24\D.*火.*15\D00.*15\D45/u);
});

test.each<[string, string | undefined, Date | undefined, string]>([
  [START, END, new Date("2025-12-31T22:59:00Z"), "Tue, 24 Nov 2026, 15:00–15:45"],
  [START, END, undefined, "Tue, 24 Nov 2026, 15:00–15:45"],
  // In Paris the year has begun.
  ["2026-12-31T23:30:00Z", undefined, NOW, "Fri, 1 Jan 2027, 00:30"],
  [START, "2027-01-01T14:45:00Z", NOW, "Tue, 24 Nov 2026, 15:00 – Fri, 1 Jan 2027, 15:45"],
  [START, "2026-11-25T00:45:00Z", NOW, "Tue 24 Nov, 15:00 – Wed 25 Nov, 01:45"],
])("from %s to %s, said at %s", (startsAt, endsAt, now, expected) => {
  expect(toShortTime({ startsAt, endsAt }, PARIS, now)).toBe(expected);
});

test("an hour that the clocks repeat has both ends", () => {
  const time = { startsAt: "2026-10-25T00:30:00Z", endsAt: "2026-10-25T01:30:00Z" };
  expect(toShortTime(time, PARIS, NOW)).toBe("Sun 25 Oct, 02:30 – Sun 25 Oct, 02:30");
});

test("of what is no time nothing is said", () => {
  expect(toShortTime({ startsAt: "soon" }, PARIS)).toBeUndefined();
  expect(toShortTime({ startsAt: START, endsAt: "" }, PARIS)).toBeUndefined();
  expect(toDay("", PARIS)).toBeUndefined();
  expect(toMoment("soon", PARIS)).toBeUndefined();
});

test("a day, and a moment", () => {
  expect(toDay("2026-12-03T23:30:00Z", PARIS)).toBe("4 December 2026");
  expect(toMoment("2026-11-20T09:00:00Z", PARIS)).toMatch(/^Friday,? 20 November 2026.* 10:00$/u);
});

test.each([
  ["Europe/Paris", "Europe/Paris"],
  ["europe/paris", "Europe/Paris"],
  ["Asia/Kolkata", "Asia/Kolkata"],
  ["Etc/UTC", "UTC"],
  ["Mars/Olympus", "UTC"],
  ["", "UTC"],
])("the zone %p is called %s", (timeZone, expected) => {
  expect(toZoneName({ locale: "en-GB", timeZone })).toBe(expected);
});
