import { CONTEXTS, line, parse, type Language } from "./typed";

// Parsed on Wednesday, 18 November 2026 at 10:00 local time.
describe("a span over two days", () => {
  test.each<[Language, string, string]>([
    ["en", "Monday 3pm to Tuesday 5pm", "| 2026-11-23 15:00 +1560"],
    ["en", "from Monday 3pm to Tuesday 5pm Offsite", "Offsite | 2026-11-23 15:00 +1560"],
    ["en", "between Monday 3pm and Tuesday 5pm", "| 2026-11-23 15:00 +1560"],
    ["en", "3pm Monday until 5pm Tuesday", "| 2026-11-23 15:00 +1560"],
    ["en", "24 Nov 15:00 - 25 Nov 09:00", "| 2026-11-24 15:00 +1080"],
    ["en", "23 Nov 15:00 - 24 Nov 09:00", "| 2026-11-23 15:00 +1080"],
    ["en", "2026-11-24 15:00 - 2026-11-25 09:00", "| 2026-11-24 15:00 +1080"],
    ["en", "today 3pm to tomorrow 9am", "| 2026-11-18 15:00 +1080"],
    ["en", "15:00 to tomorrow 9:00", "| 2026-11-18 15:00 +1080"],
    ["en", "Wednesday 9:00 to Thursday 9:00", "| 2026-11-25 09:00 +1440"],
    ["en", "Dec 31 10pm to Jan 1 2am", "| 2026-12-31 22:00 +240"],
    ["en", "Friday 10pm to Saturday 2:30", "| 2026-11-20 22:00 +270"],
    ["en", "Monday 9pm to Tuesday 9pm CET", "| 2026-11-23 21:00 +1440"],
    ["fr", "du lundi 15h au mardi 9h", "| 2026-11-23 15:00 +1080"],
    ["fr", "de lundi 15h à mardi 9h", "| 2026-11-23 15:00 +1080"],
    ["fr", "Fête du 31 décembre 22h au 1er janvier 2h", "Fête | 2026-12-31 22:00 +240"],
    ["ru", "с понедельника 15:00 до вторника 9:00", "| 2026-11-23 15:00 +1080"],
    ["ru", "с понедельника 15:00 по вторник 9:00", "| 2026-11-23 15:00 +1080"],
    ["ru", "Выезд с 23 ноября 15:00 до 24 ноября 9:00", "Выезд | 2026-11-23 15:00 +1080"],
    ["zh", "周一下午3点到周二上午9点", "| 2026-11-23 15:00 +1080"],
    ["zh", "11月24日15:00至11月25日9:00", "| 2026-11-24 15:00 +1080"],
    ["ja", "月曜15時から火曜9時まで", "| 2026-11-23 15:00 +1080"],
    ["ja", "12月31日22時から1月1日2時まで 年越し", "年越し | 2026-12-31 22:00 +240"],
    ["ja", "合宿 11月24日15時〜11月25日9時", "合宿 | 2026-11-24 15:00 +1080"],
  ])("%s: parses %j as %j", (language, text, expected) => {
    expect(line(text, CONTEXTS[language])).toBe(expected);
  });

  test.each([
    ["Monday 3pm to Wednesday 5pm", { reason: "too-long", minutes: 3000, maxMinutes: 1800 }],
    ["Monday 3pm and Tuesday 5pm", { reason: "two-times", first: "3pm", second: "5pm" }],
    ["Monday 3pm, Tuesday 5pm", { reason: "two-times", first: "3pm", second: "5pm" }],
    ["Monday 3pm to Tuesday", { reason: "no-clock-time", date: "2026-11-24" }],
    [
      "25 Nov 3pm to 24 Nov 5pm",
      { reason: "end-before-start", at: "2026-11-25T15:00", endsAt: "2026-11-24T17:00" },
    ],
    ["Monday 3pm to Tuesday 5pm EST", { reason: "unknown-zone", zone: "EST" }],
    ["yesterday 3pm to tomorrow 5pm", { reason: "past", at: "2026-11-17T15:00" }],
  ])("reports the problem of %j", (text, problem) => {
    expect(parse(text)).toEqual({ ok: false, problem });
  });
});
