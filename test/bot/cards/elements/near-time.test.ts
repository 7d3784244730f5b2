import { formatNearTime } from "../../../../bot/cards/elements/near-time";
import { messagesFor } from "../../../../bot/locales/messages";

/** A Friday, 11:30 PM in New York. */
const NOW = new Date("2026-11-21T04:30:00Z");

function format(locale: string, startsAt: string, endsAt?: string, timeZone = "America/New_York") {
  const time = { startsAt, ...(endsAt && { endsAt }) };
  return formatNearTime(time, { locale, timeZone }, messagesFor(locale), NOW);
}

describe("a time within a week is written with the day's word:", () => {
  it.each([
    ["en-US", "2026-11-21T04:45:00Z", "today 11:45 PM"],
    ["en-US", "2026-11-21T20:00:00Z", "tomorrow 3 PM"],
    ["en-US", "2026-11-22T20:30:00Z", "Sunday 3:30 PM"],
    ["en-US", "2026-11-26T20:00:00Z", "Thursday 3 PM"],
    ["en-GB", "2026-11-21T20:00:00Z", "tomorrow 15:00"],
    ["fr-FR", "2026-11-21T20:00:00Z", "demain 15:00"],
    ["fr-FR", "2026-11-24T20:00:00Z", "mardi 15:00"],
    ["ja-JP", "2026-11-21T20:00:00Z", "明日 15:00"],
    ["ru-RU", "2026-11-21T20:00:00Z", "завтра 15:00"],
    ["zh-CN", "2026-11-21T20:00:00Z", "明天 15:00"],
    ["is-IS", "2026-11-21T20:00:00Z", "tomorrow 15:00"],
  ])("%s, %s: %s", (locale, startsAt, text) => {
    expect(format(locale, startsAt)).toBe(text);
  });

  it.each([
    ["en-US", "2026-11-21T20:00:00Z", "2026-11-21T20:45:00Z", "tomorrow 3:00–3:45 PM"],
    ["en-US", "2026-11-21T20:00:00Z", "2026-11-21T21:00:00Z", "tomorrow 3–4 PM"],
    ["ja-JP", "2026-11-21T20:00:00Z", "2026-11-21T20:45:00Z", "明日 15:00～15:45"],
  ])("with an end, in %s", (locale, startsAt, endsAt, text) => {
    expect(format(locale, startsAt, endsAt)).toBe(text);
  });

  it("in the viewer's time zone", () => {
    const tokyo = format("en-US", "2026-11-21T20:00:00Z", undefined, "Asia/Tokyo");
    expect(tokyo).toBe("tomorrow 5 AM");
    expect(format("en-US", "2026-11-21T20:00:00Z", undefined, "Mars/Olympus")).toBe("today 8 PM");
  });
});

describe("any other time has its date and zone:", () => {
  it.each([
    ["a week later", "2026-11-27T20:00:00Z", undefined, "Fri, Nov 27 · 3:00 PM EST"],
    ["in the past", "2026-11-19T20:00:00Z", undefined, "Thu, Nov 19 · 3:00 PM EST"],
    [
      "past midnight",
      "2026-11-22T04:00:00Z",
      "2026-11-22T06:00:00Z",
      "Sat, Nov 21 · 11:00 PM – Sun, Nov 22 · 1:00 AM EST",
    ],
  ])("%s", (_, startsAt, endsAt, text) => {
    expect(format("en-US", startsAt, endsAt)).toBe(text);
  });

  it("is undefined for an invalid time", () => {
    expect(format("en-US", "soon")).toBeUndefined();
  });
});
