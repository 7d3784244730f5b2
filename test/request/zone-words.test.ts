import { CONTEXTS, line, parse, type Language } from "./typed";

// Parsed on Wednesday, 18 November 2026 at 10:00 local time.
describe("a time zone in words next to a time", () => {
  test.each<[Language, string, string]>([
    ["en", "3pm Paris time", "| 2026-11-18 15:00"],
    ["en", "3pm (Paris time) Review", "Review | 2026-11-18 15:00"],
    ["en", "tomorrow 3-4pm, French time", "| 2026-11-19 15:00 +60"],
    ["en", "3pm Central European Time", "| 2026-11-18 15:00"],
    ["en", "3pm tomorrow CET", "| 2026-11-19 15:00"],
    ["en", "3pm cet", "| 2026-11-18 15:00"],
    ["en", "3pm my time", "| 2026-11-18 15:00"],
    ["fr", "15h heure de Paris", "| 2026-11-18 15:00"],
    ["fr", "demain à 15h (heure française)", "| 2026-11-19 15:00"],
    ["ru", "15:00 по Москве", "| 2026-11-18 15:00"],
    ["ru", "завтра в 15:00 по московскому времени", "| 2026-11-19 15:00"],
    ["ru", "по московскому времени завтра 15:00", "| 2026-11-19 15:00"],
    ["ja", "日本時間15時", "| 2026-11-18 15:00"],
    ["ja", "明日15時（日本時間）", "| 2026-11-19 15:00"],
    ["zh", "北京时间下午3点", "| 2026-11-18 15:00"],
    ["zh", "北京时间明天下午3点评审", "评审 | 2026-11-19 15:00"],
  ])("%s: %j is in the sender's zone: %j", (language, text, expected) => {
    expect(line(text, CONTEXTS[language])).toBe(expected);
  });

  test.each<[Language, string, string]>([
    ["en", "3pm Tokyo time", "Tokyo time"],
    ["en", "3pm Eastern time", "Eastern time"],
    ["en", "3pm ET", "ET"],
    ["en", "3pm tomorrow EST", "EST"],
    ["en", "tomorrow 3pm est", "est"],
    ["fr", "demain à 15h, heure de Londres", "heure de Londres"],
    ["ru", "завтра в 15:00 по Киеву", "по Киеву"],
    ["ja", "北京時間15時", "北京時間"],
    ["ja", "ニューヨーク時間で明日15時", "ニューヨーク時間"],
    ["zh", "东京时间下午3点", "东京时间"],
    ["zh", "东京时间明天15:00", "东京时间"],
  ])("%s: %j has an unknown zone: %s", (language, text, zone) => {
    const problem = { reason: "unknown-zone", zone };
    expect(parse(text, CONTEXTS[language])).toEqual({ ok: false, problem });
  });

  test.each(["3pm Eastern time", "3pm ET", "3pm tomorrow ET", "3pm New York time"])(
    "parses %j in New York",
    (text) => {
      expect(parse(text, { timeZone: "America/New_York" }).ok).toBe(true);
    },
  );

  test.each<[Language, string, string]>([
    ["en", "3pm Story time", "Story time | 2026-11-18 15:00"],
    ["en", "ET phone home 3pm", "ET phone home | 2026-11-18 15:00"],
    ["fr", "RÉUNION 15H ET DISCUSSION", "RÉUNION ET DISCUSSION | 2026-11-18 15:00"],
    ["ru", "прогулка по Москве завтра 15:00", "прогулка по Москве | 2026-11-19 15:00"],
    ["ja", "日本時間での会議 明日15時", "日本時間での会議 | 2026-11-19 15:00"],
    ["zh", "北京时间观念 15:00", "北京时间观念 | 2026-11-18 15:00"],
  ])("%s: %j has no zone: %j", (language, text, expected) => {
    expect(line(text, CONTEXTS[language])).toBe(expected);
  });
});
