import { parse, WEDNESDAY } from "./typed";

// Parsed on Wednesday, 18 November 2026 at 10:00 in Paris.
describe("a request that can't be carried out", () => {
  test.each([
    ["yesterday 3pm", { reason: "past", at: "2026-11-17T15:00" }],
    ["last Friday 3pm", { reason: "past", at: "2026-11-13T15:00" }],
    ["today 9am", { reason: "past", at: "2026-11-18T09:00" }],
    ["20 March 2020", { reason: "past", at: "2020-03-20" }],
    ["20 March 2020 10:00", { reason: "past", at: "2020-03-20T10:00" }],
    ["2026-11-18T08:59Z", { reason: "past", at: "2026-11-18T09:59" }],
    ["Review tomorrow", { reason: "no-clock-time", date: "2026-11-19" }],
    ["tomorrow Review", { reason: "no-clock-time", date: "2026-11-19" }],
    ["Review next Tuesday", { reason: "no-clock-time", date: "2026-11-24" }],
    ["Review on Friday for 30 min", { reason: "no-clock-time", date: "2026-11-20" }],
    ["Review 20 March", { reason: "no-clock-time", date: "2027-03-20" }],
    [
      "Review tomorrow morning with @Ana",
      { reason: "no-clock-time", date: "2026-11-19", part: "morning" },
    ],
    [
      "Review Tuesday afternoon",
      { reason: "no-clock-time", date: "2026-11-24", part: "afternoon" },
    ],
    ["Review on Fri", { reason: "no-clock-time", date: "2026-11-20" }],
    ["Review next Tue", { reason: "no-clock-time", date: "2026-11-24" }],
    ["Third tomorrow", { reason: "no-clock-time", date: "2026-11-19" }],
    ["Review 5ish", { reason: "time-in-name", words: "5ish", name: "Review 5ish" }],
    ["Review at 5 or 6", { reason: "time-in-name", words: "at 5 or 6", name: "Review at 5 or 6" }],
    ["Point vers 5h ou 6h", { reason: "two-times", first: "vers 5h", second: "6h" }],
    ["Point à 5 ou 6h", { reason: "time-in-name", words: "5 ou", name: "Point à 5 ou" }],
    ["Review half 3", { reason: "time-in-name", words: "half 3", name: "Review half 3" }],
    ["Review 15 at 8:00", { reason: "stray-day", day: "15", time: "at 8:00" }],
    ["Review on the 25th", { reason: "no-clock-time", date: "2026-11-25" }],
    ["July 42nd 3pm", { reason: "no-such-day", day: "July 42nd" }],
    ["Aug 31sh 3pm", { reason: "no-such-day", day: "Aug 31sh" }],
    ["next week 3pm", { reason: "vague-day", day: "next week" }],
    ["next week", { reason: "vague-day", day: "next week" }],
    ["next week with @Ana", { reason: "vague-day", day: "next week" }],
    ["every Monday for 30 min", { reason: "no-clock-time", date: "2026-11-23" }],
    ["la semaine prochaine", { reason: "vague-day", day: "la semaine prochaine" }],
    ["на следующей неделе", { reason: "vague-day", day: "на следующей неделе" }],
    ["来週", { reason: "vague-day", day: "来週" }],
    ["下周", { reason: "vague-day", day: "下周" }],
    ["end of month 3pm", { reason: "vague-day", day: "end of month" }],
    ["Monday-Friday 3pm", { reason: "vague-day", day: "Monday-Friday" }],
    [
      "from 4pm to 3pm",
      { reason: "end-before-start", at: "2026-11-18T16:00", endsAt: "2026-11-18T15:00" },
    ],
    [
      "tomorrow 10:00-9:00",
      { reason: "end-before-start", at: "2026-11-19T10:00", endsAt: "2026-11-19T09:00" },
    ],
    ["Review until 4pm", { reason: "end-without-start", endsAt: "2026-11-18T16:00" }],
    ["Review till 4", { reason: "end-without-start", endsAt: "2026-11-18T16:00" }],
    ["for 0 minutes", { reason: "no-length" }],
    ["tomorrow 3pm-3pm", { reason: "no-length" }],
    ["for 31 hours", { reason: "too-long", minutes: 1860, maxMinutes: 1800 }],
    ["tomorrow 3pm for 2 days", { reason: "too-long", minutes: 2880, maxMinutes: 1800 }],
    ["3pm 4pm", { reason: "two-times", first: "3pm", second: "4pm" }],
    ["tomorrow 3pm or 4pm", { reason: "two-times", first: "3pm", second: "4pm" }],
    ["Monday or Tuesday 3pm", { reason: "vague-day", day: "Monday or Tuesday" }],
    ["Review 3pm Planning 4pm", { reason: "two-times", first: "3pm", second: "4pm" }],
    ["Monday 24 November 3pm", { reason: "two-times", first: "2026-11-24", second: "2026-11-23" }],
    ["for 30 min for 45 min", { reason: "two-lengths", first: "for 30 min", second: "for 45 min" }],
    ["3-4pm for 45 min", { reason: "two-lengths", first: "60 min", second: "45 min" }],
    ["3pm EST", { reason: "unknown-zone", zone: "EST" }],
    ["15:00 IST", { reason: "unknown-zone", zone: "IST" }],
  ])("reports the problem of %j", (text, problem) => {
    expect(parse(text)).toEqual({ ok: false, problem });
  });

  test("accepts a zone's abbreviation from senders in that zone", () => {
    expect(parse("3pm EST", { timeZone: "America/New_York" }).ok).toBe(true);
    expect(parse("15:00 IST", { timeZone: "Asia/Kolkata" }).ok).toBe(true);
    expect(parse("15:00 JST", { timeZone: "Asia/Tokyo" }).ok).toBe(true);
    expect(parse("3pm EST", { timeZone: "+05:30" }).ok).toBe(false);
  });

  test("accepts a meeting of 30 hours, but not a minute more", () => {
    expect(parse("tomorrow 3pm for 1800 min").ok).toBe(true);
    expect(parse("tomorrow 3pm for 1801 min").ok).toBe(false);
  });

  test("accepts the current minute", () => {
    const now = new Date("2026-11-18T09:00:59.999Z");
    expect(parse("today 10:00", { ...WEDNESDAY, now }).ok).toBe(true);
    expect(parse("today 9:59", { ...WEDNESDAY, now }).ok).toBe(false);
  });
});
