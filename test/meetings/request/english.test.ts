import { line } from "./typed";

// It is Wednesday, 18 November 2026, 10:00.
describe("a time in English", () => {
  test.each([
    ["tomorrow at 3", "| 2026-11-19 15:00"],
    ["tomorrow 9", "| 2026-11-19 09:00"],
    ["tomorrow at 9:30", "| 2026-11-19 09:30"],
    ["Today at 11", "| 2026-11-18 11:00"],
    ["next Tuesday 9:30", "| 2026-11-24 09:30"],
    ["next Friday at 10am", "| 2026-11-27 10:00"],
    ["Tuesday 9:30", "| 2026-11-24 09:30"],
    ["this Friday 9:30", "| 2026-11-20 09:30"],
    ["Friday next week at 9", "| 2026-11-27 09:00"],
    ["next week on Friday at 9", "| 2026-11-27 09:00"],
    ["Sat 10am", "| 2026-11-21 10:00"],
    ["Wednesday 11:00", "| 2026-11-18 11:00"],
    ["Wednesday 9:00", "| 2026-11-25 09:00"],
    ["the day after tomorrow at noon", "| 2026-11-20 12:00"],
    ["day after tomorrow 10:00", "| 2026-11-20 10:00"],
    ["March 20 at 10am", "| 2027-03-20 10:00"],
    ["the 20th of March, 10:00", "| 2027-03-20 10:00"],
    ["Tuesday, November 24 at 3pm", "| 2026-11-24 15:00"],
    ["on the 20th at 10:00", "| 2026-11-20 10:00"],
    ["the 3rd at 10:00", "| 2026-12-03 10:00"],
    ["29 February 10:00", "| 2028-02-29 10:00"],
    ["2026-11-21 15:00", "| 2026-11-21 15:00"],
    ["2026-11-21T15:00", "| 2026-11-21 15:00"],
    ["2026-11-21T15:00:00Z", "| 2026-11-21 16:00"],
    ["2026-11-21T15:00-05:00", "| 2026-11-21 21:00"],
    ["3/20 10:00", "| 2027-03-20 10:00"],
    ["3/20/2027 10:00", "| 2027-03-20 10:00"],
    ["in 3 days at 10:00", "| 2026-11-21 10:00"],
    ["in two weeks at 10:00", "| 2026-12-02 10:00"],
    ["in 20 minutes", "| 2026-11-18 10:20"],
    ["in an hour", "| 2026-11-18 11:00"],
    ["in half an hour", "| 2026-11-18 10:30"],
    ["in 1 hour and 30 minutes", "| 2026-11-18 11:30"],
    ["20 minutes from now", "| 2026-11-18 10:20"],
    ["now", "| 2026-11-18 10:00"],
    ["right now", "| 2026-11-18 10:00"],
    ["half past 3", "| 2026-11-18 15:30"],
    ["quarter to 4", "| 2026-11-18 15:45"],
    ["3 o'clock", "| 2026-11-18 15:00"],
    ["9 in the evening", "| 2026-11-18 21:00"],
    ["tonight at 8", "| 2026-11-18 20:00"],
    ["tomorrow morning at 6", "| 2026-11-19 06:00"],
    ["3 p.m.", "| 2026-11-18 15:00"],
    ["3PM", "| 2026-11-18 15:00"],
    ["3.30pm", "| 2026-11-18 15:30"],
    ["12am", "| 2026-11-19 00:00"],
    ["12pm", "| 2026-11-18 12:00"],
    ["midnight", "| 2026-11-19 00:00"],
    ["Friday midnight", "| 2026-11-21 00:00"],
    ["24:00", "| 2026-11-19 00:00"],
    ["9am", "| 2026-11-19 09:00"],
    ["10:00", "| 2026-11-18 10:00"],
    ["03:30", "| 2026-11-19 03:30"],
    ["3:30", "| 2026-11-18 15:30"],
    ["6", "6"],
    ["at 6", "| 2026-11-18 18:00"],
    ["at 7", "| 2026-11-19 07:00"],
    ["3pm UTC", "| 2026-11-18 16:00"],
    ["3pm UTC+2", "| 2026-11-18 14:00"],
    ["3pm CET", "| 2026-11-18 15:00"],
  ])("%j is %j", (text, expected) => {
    expect(line(text)).toBe(expected);
  });
});

describe("a span in English", () => {
  test.each([
    ["from 3 to 4:15pm", "| 2026-11-18 15:00 +75"],
    ["3-4pm", "| 2026-11-18 15:00 +60"],
    ["15:00-15:45", "| 2026-11-18 15:00 +45"],
    ["15:00 – 15:45", "| 2026-11-18 15:00 +45"],
    ["between 3pm and 4pm", "| 2026-11-18 15:00 +60"],
    ["from 11 to 12:30pm", "| 2026-11-18 11:00 +90"],
    ["from 11 to 1", "| 2026-11-18 11:00 +120"],
    ["from 9 to 5", "| 2026-11-19 09:00 +480"],
    ["tomorrow 9-5", "| 2026-11-19 09:00 +480"],
    ["tonight 8-9", "| 2026-11-18 20:00 +60"],
    ["22:00-1:00", "| 2026-11-18 22:00 +180"],
    ["from 10pm to 1am", "| 2026-11-18 22:00 +180"],
    ["9pm to 8am", "| 2026-11-18 21:00 +660"],
    ["3pm until 4pm", "| 2026-11-18 15:00 +60"],
    ["at 3pm with @Ana until 4pm", "| 2026-11-18 15:00 +60"],
    ["now until 11:00", "| 2026-11-18 10:00 +60"],
    ["from now until 11", "| 2026-11-18 10:00 +60"],
    ["in 30 minutes until noon", "| 2026-11-18 10:30 +90"],
    ["tomorrow 3pm for 45 min", "| 2026-11-19 15:00 +45"],
    ["for 45 min tomorrow 3pm", "| 2026-11-19 15:00 +45"],
    ["45 min tomorrow 3pm", "| 2026-11-19 15:00 +45"],
    ["in an hour for 30 min", "| 2026-11-18 11:00 +30"],
    ["now for 30 min", "| 2026-11-18 10:00 +30"],
    ["3-4pm for 60 min", "| 2026-11-18 15:00 +60"],
  ])("%j is %j", (text, expected) => {
    expect(line(text)).toBe(expected);
  });
});

describe("a length in English", () => {
  test.each([
    ["for 1h30", 90],
    ["for 1 h 30", 90],
    ["for 1 hour 30", 90],
    ["for 1 hour 30 minutes", 90],
    ["for an hour and a half", 90],
    ["for one and a half hours", 90],
    ["for 2 and a half hours", 150],
    ["1.5 hours", 90],
    ["half an hour", 30],
    ["a half-hour", 30],
    ["three quarters of an hour", 45],
    ["a quarter of an hour", 15],
    ["for about forty-five minutes", 45],
    ["45 mins", 45],
    ["45-minute", 45],
    ["for 45m", 45],
    ["two hours", 120],
    ["2h", 120],
    ["for a day", 1440],
    ["for 30 hours", 1800],
  ])("%j is %d minutes from when the meeting is made", (text, minutes) => {
    expect(line(text)).toBe(`| +${minutes}`);
  });
});

describe("with a topic, in any order, in English", () => {
  test.each([
    [
      "Sprint review tomorrow 3pm for 45 min with @Ana and @Bo",
      "Sprint review | 2026-11-19 15:00 +45",
    ],
    ["tomorrow 3pm Sprint review for 45 min", "Sprint review | 2026-11-19 15:00 +45"],
    ["for 45 min Sprint review tomorrow at 3", "Sprint review | 2026-11-19 15:00 +45"],
    ["with @Ana and @Bo tomorrow at 3pm: Sprint review", "Sprint review | 2026-11-19 15:00"],
    ["Sprint review, tomorrow, 3pm", "Sprint review | 2026-11-19 15:00"],
    ["Sprint review - 3pm", "Sprint review | 2026-11-18 15:00"],
    ["Sprint review (tomorrow 3pm)", "Sprint review | 2026-11-19 15:00"],
    ["Sprint review tomorrow from 3 to 4 with @Ana", "Sprint review | 2026-11-19 15:00 +60"],
    ["tomorrow Sprint review at 3pm", "Sprint review | 2026-11-19 15:00"],
    [
      "Sprint review tomorrow 3pm in the big hall",
      "Sprint review in the big hall | 2026-11-19 15:00",
    ],
    ["tomorrow 3pm for Sprint review", "Sprint review | 2026-11-19 15:00"],
    ["Planning for tomorrow 3pm", "Planning | 2026-11-19 15:00"],
    ["30 min sync", "sync | +30"],
    ["Review in 20 minutes", "Review | 2026-11-18 10:20"],
    ["Review now", "Review | 2026-11-18 10:00"],
    ["now, Review", "Review | 2026-11-18 10:00"],
    ["Ready? tomorrow 3pm", "Ready? | 2026-11-19 15:00"],
    ["Lunch tomorrow at noon!", "Lunch! | 2026-11-19 12:00"],
    ["demain à 15h", "| 2026-11-19 15:00"],
    ["明日15時", "| 2026-11-19 15:00"],
    ["завтра в 15:00", "| 2026-11-19 15:00"],
    ["明天下午3点", "| 2026-11-19 15:00"],
  ])("%j is %j", (text, expected) => {
    expect(line(text)).toBe(expected);
  });
});
