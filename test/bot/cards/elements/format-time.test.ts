import { formatDay, formatShortTime } from "../../../../bot/cards/elements/format-time";

const NOW = new Date("2026-11-20T10:00:00Z");
const START = "2026-11-24T14:00:00Z";
const END = "2026-11-24T14:45:00Z";
const PARIS = { locale: "en-GB", timeZone: "Europe/Paris" };

test.each([
  ["en-GB", "Tue 24 Nov · 15:00–15:45", "Tue 24 Nov · 15:00"],
  ["en-US", "Tue, Nov 24 · 3:00–3:45 PM", "Tue, Nov 24 · 3:00 PM"],
  ["fr-FR", "mar. 24 nov. · 15:00–15:45", "mar. 24 nov. · 15:00"],
  ["ru-RU", "вт, 24 нояб. · 15:00–15:45", "вт, 24 нояб. · 15:00"],
  ["zh-CN", "11月24日周二 · 15:00–15:45", "11月24日周二 · 15:00"],
  ["ja-JP", "11月24日(火) · 15:00～15:45", "11月24日(火) · 15:00"],
])("a time in %s has plain spaces", (locale, range, moment) => {
  const viewer = { ...PARIS, locale };
  expect(formatShortTime({ startsAt: START, endsAt: END }, viewer, NOW)).toBe(range);
  expect(formatShortTime({ startsAt: START }, viewer, NOW)).toBe(moment);
});

test.each<[string, string | undefined, Date | undefined, string]>([
  [START, END, new Date("2025-12-31T22:59:00Z"), "Tue, 24 Nov 2026 · 15:00–15:45"],
  [START, END, undefined, "Tue, 24 Nov 2026 · 15:00–15:45"],
  // It's already next year in Paris.
  ["2026-12-31T23:30:00Z", undefined, NOW, "Fri, 1 Jan 2027 · 00:30"],
  [START, "2027-01-01T14:45:00Z", NOW, "Tue, 24 Nov 2026 · 15:00 – Fri, 1 Jan 2027 · 15:45"],
  [START, "2026-11-25T00:45:00Z", NOW, "Tue 24 Nov · 15:00 – Wed 25 Nov · 01:45"],
])("formats %s to %s, viewed at %s", (startsAt, endsAt, now, expected) => {
  expect(formatShortTime({ startsAt, endsAt }, PARIS, now)).toBe(expected);
});

test("joins the ends of a Japanese range as Japanese does, also past midnight", () => {
  const time = { startsAt: START, endsAt: "2026-11-25T00:45:00Z" };
  expect(formatShortTime(time, { ...PARIS, locale: "ja-JP" }, NOW)).toBe(
    "11月24日(火) · 15:00 ～ 11月25日(水) · 1:45",
  );
});

test("shows both ends of a range within the repeated hour when clocks go back", () => {
  const time = { startsAt: "2026-10-25T00:30:00Z", endsAt: "2026-10-25T01:30:00Z" };
  expect(formatShortTime(time, PARIS, NOW)).toBe("Sun 25 Oct · 02:30–02:30");
});

test("returns undefined for an invalid time", () => {
  expect(formatShortTime({ startsAt: "soon" }, PARIS)).toBeUndefined();
  expect(formatShortTime({ startsAt: START, endsAt: "" }, PARIS)).toBeUndefined();
  expect(formatDay("", PARIS)).toBeUndefined();
});

test("formats a day, without the current year", () => {
  expect(formatDay("2026-12-03T23:30:00Z", PARIS)).toBe("4 December 2026");
  expect(formatDay("2026-12-03T23:30:00Z", PARIS, NOW)).toBe("4 December");
});
