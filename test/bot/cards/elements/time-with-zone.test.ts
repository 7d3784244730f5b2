import { formatTimeWithZone } from "../../../../bot/cards/elements/format-time";
import { messagesFor } from "../../../../bot/locales/messages";

const AFTERNOON = ["2026-03-10T14:00:00Z", "2026-03-10T14:45:00Z"] as const;
const NOW = new Date("2026-03-01T09:00:00Z");

const show = (startsAt: string, endsAt: string, locale: string, timeZone: string) =>
  formatTimeWithZone({ startsAt, endsAt }, { locale, timeZone }, messagesFor(locale), NOW);

test.each([
  ["en-US", "America/New_York", "Tue, Mar 10 · 10:00–10:45 AM EDT"],
  ["en-US", "America/Los_Angeles", "Tue, Mar 10 · 7:00–7:45 AM PDT"],
  ["en-GB", "Europe/Berlin", "Tue 10 Mar · 15:00–15:45 CET"],
  ["en-US", "Europe/Paris", "Tue, Mar 10 · 3:00–3:45 PM CET"],
  ["en-US", "Europe/London", "Tue, Mar 10 · 2:00–2:45 PM GMT"],
  ["en-US", "Asia/Kolkata", "Tue, Mar 10 · 7:30–8:15 PM IST"],
  ["en-US", "Asia/Tokyo", "Tue, Mar 10 · 11:00–11:45 PM Japan time"],
  ["en-US", "America/Sao_Paulo", "Tue, Mar 10 · 11:00–11:45 AM São Paulo time"],
  ["en-US", "Etc/UTC", "Tue, Mar 10 · 2:00–2:45 PM UTC"],
  ["en-US", "Mars/Olympus", "Tue, Mar 10 · 2:00–2:45 PM UTC"],
  ["fr-FR", "Europe/Paris", "mar. 10 mars · 15:00–15:45 (heure de Paris)"],
  ["ja-JP", "Asia/Tokyo", "3月10日(火) · 23:00～23:45 (日本時間)"],
  ["ru-RU", "Europe/Moscow", "вт, 10 мар. · 17:00–17:45 (МСК)"],
  ["zh-CN", "Asia/Shanghai", "3月10日周二 · 22:00–22:45（北京时间）"],
])("in %s, %s", (locale, timeZone, expected) => {
  expect(show(...AFTERNOON, locale, timeZone)).toBe(expected);
});

test("shows the year if it isn't the current one", () => {
  expect(show("2027-03-10T14:00:00Z", "2027-03-10T14:45:00Z", "en-US", "Europe/Berlin")).toBe(
    "Wed, Mar 10, 2027 · 3:00–3:45 PM CET",
  );
});

test("shows both days past midnight", () => {
  expect(show("2026-03-10T22:30:00Z", "2026-03-11T00:15:00Z", "en-US", "Europe/Berlin")).toBe(
    "Tue, Mar 10 · 11:30 PM – Wed, Mar 11 · 1:15 AM CET",
  );
});

test.each([
  ["forward", "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z", "1:30 AM CET", "3:30 AM CEST"],
  ["back", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2:30 AM CEST", "2:30 AM CET"],
])("shows both zones when clocks go %s", (_way, startsAt, endsAt, first, last) => {
  const day = startsAt.includes("-03-") ? "Sun, Mar 29" : "Sun, Oct 25";
  expect(show(startsAt, endsAt, "en-US", "Europe/Berlin")).toBe(
    `${day} · ${first} – ${day} · ${last}`,
  );
});

test.each([
  ["ru-RU", "вс, 25 окт. · 02:30 (GMT+2) – вс, 25 окт. · 02:30 (GMT+1)"],
  ["ja-JP", "10月25日(日) · 2:30 (GMT+2) ～ 10月25日(日) · 2:30 (GMT+1)"],
])("in %s, shows the offsets when clocks change and the zone has one name", (locale, expected) => {
  expect(show("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", locale, "Europe/Berlin")).toBe(
    expected,
  );
});

test("reads times with Graph's seven decimal places", () => {
  expect(show("2026-03-10T14:00:00.0000000Z", AFTERNOON[1], "en-GB", "UTC")).toContain(
    "14:00–14:45",
  );
});

test.each(["", "soon", "2026-13-40"])("returns undefined for the time %p", (startsAt) => {
  expect(show(startsAt, AFTERNOON[1], "en-GB", "UTC")).toBeUndefined();
});
