import { CONTEXTS, line, parse, type Language } from "./typed";

function reasonOf(language: Language | "gb", text: string): string {
  const context = language === "gb" ? { locale: "en-GB" } : CONTEXTS[language];
  const parsed = parse(text, context);
  return parsed.ok ? line(text, context) : parsed.problem.reason;
}

// Parsed on Wednesday, 18 November 2026 at 10:00 local time.
describe("words that say only roughly when, or that aren't understood, are asked about", () => {
  test.each<[Language | "gb", string, string]>([
    ["en", "Sync half past", "time-in-name"],
    ["en", "Sync lunchtime", "time-in-name"],
    ["en", "Sync eod", "time-in-name"],
    ["en", "Sync end of day", "time-in-name"],
    ["en", "Sync close of business", "time-in-name"],
    ["en", "Sync after lunch", "no-clock-time"],
    ["en", "Sync tomorrow EOD", "no-clock-time"],
    ["en", "Sync 24/11", "time-in-name"],
    ["gb", "Sync 24/11", "time-in-name"],
    ["en", "Sync 5-ish", "time-in-name"],
    ["en", "Sync in 10", "time-in-name"],
    ["en", "Sync no earlier than 3pm", "time-in-name"],
    ["en", "Sync wenesday 3pm", "time-in-name"],
    ["en", "Sync Fri", "no-clock-time"],
    ["en", "Sync Fri AM", "no-clock-time"],
    ["en", "Sync first Friday", "vague-day"],
    ["en", "Sync first Friday 10:00", "vague-day"],
    ["en", "Sync in May", "vague-day"],
    ["en", "Sync early December", "vague-day"],
    ["en", "Sync next week", "vague-day"],
    ["en", "Sync Monday or Tuesday", "vague-day"],
    ["en", "Sync Mon/Wed/Fri 9:30", "vague-day"],
    ["en", "Sync Mon-Fri 9:30", "vague-day"],
    ["en", "Sync twice a week 9:30", "vague-day"],
    ["en", "Gym 3 times a week 10:00", "vague-day"],
    ["en", "Sync every 2nd and 4th Tuesday 10am", "vague-day"],
    ["en", "Sync every other day except Sunday 9:30", "vague-day"],
    ["en", "Sync every day except holidays 9:30", "vague-day"],
    ["en", "Sync every day 9:00 except Friday", "time-in-name"],
    ["en", "Sync every Monday 9:30 until Christmas", "time-in-name"],
    ["en", "Sync every Monday 10am from Dec to Feb", "time-in-name"],
    ["fr", "Point en fin de journée", "time-in-name"],
    ["fr", "Point demain après le déjeuner", "no-clock-time"],
    ["fr", "Point la semaine prochaine", "vague-day"],
    ["fr", "Point mi-décembre", "vague-day"],
    ["fr", "Point lundi, mercredi et vendredi à 9h", "vague-day"],
    ["fr", "Point deux fois par semaine 9h", "vague-day"],
    ["fr", "Point chaque lundi 9h30 jusqu'à Noël", "time-in-name"],
    ["ru", "Синк позже", "time-in-name"],
    ["ru", "Синк в конце дня", "time-in-name"],
    ["ru", "Синк на следующей неделе", "vague-day"],
    ["ru", "Синк в декабре", "vague-day"],
    ["ru", "Синк в понедельник или вторник", "vague-day"],
    ["ru", "Синк пн/ср/пт 9:30", "vague-day"],
    ["ru", "Синк два раза в неделю в 9", "vague-day"],
    ["ru", "Синк каждый понедельник в 9:30 до нового года", "time-in-name"],
    ["ja", "定例 午後から", "time-in-name"],
    ["ja", "定例 来週", "vague-day"],
    ["ja", "定例 12月上旬", "vague-day"],
    ["ja", "月曜か火曜 定例", "vague-day"],
    ["ja", "月or火 10時 定例", "vague-day"],
    ["ja", "月水金 10時 定例", "vague-day"],
    ["ja", "第2火曜 10時 定例", "vague-day"],
    ["ja", "毎月第2・第4火曜 10時 定例", "vague-day"],
    ["ja", "週2回 10時 定例", "vague-day"],
    ["ja", "毎週月曜10時 定例 クリスマスまで", "time-in-name"],
    ["zh", "例会下班后", "time-in-name"],
    ["zh", "预算讨论 稍后", "time-in-name"],
    ["zh", "例会下周", "vague-day"],
    ["zh", "预算讨论 周一或周二", "vague-day"],
    ["zh", "周一三五10点例会", "vague-day"],
    ["zh", "每周三次例会 10点", "vague-day"],
    ["zh", "每周一10点例会到春节", "time-in-name"],
  ])("%s: %j", (language, text, reason) => {
    expect(reasonOf(language, text)).toBe(reason);
  });
});

describe("a kind of time that people write", () => {
  test.each<[Language, string, string]>([
    ["en", "Sync in 24 hours", "Sync | 2026-11-19 10:00"],
    ["fr", "Point dans 24 heures", "Point | 2026-11-19 10:00"],
    ["ru", "Синк через 24 часа", "Синк | 2026-11-19 10:00"],
    ["zh", "24小时后例会", "例会 | 2026-11-19 10:00"],
    ["ru", "Синк минут через 10", "Синк | 2026-11-18 10:10"],
    ["fr", "Point dans 15 jours 10h", "Point | 2026-12-03 10:00"],
    ["en", "Sync friday3pm", "Sync | 2026-11-20 15:00"],
    ["fr", "Point jeudi14h", "Point | 2026-11-19 14:00"],
    ["ru", "Синк завтра15:00", "Синк | 2026-11-19 15:00"],
    ["en", "Sync at 1400", "Sync | 2026-11-18 14:00"],
    ["en", "Sync half 2 tomorrow", "Sync | 2026-11-19 14:30"],
    ["en", "Sync tomorrow from 3", "Sync | 2026-11-19 15:00"],
    ["en", "Sync tomorrow 3pm (30m)", "Sync | 2026-11-19 15:00 +30"],
    ["fr", "Point demain 15h (30')", "Point | 2026-11-19 15:00 +30"],
    ["fr", "Point 14h30 heure de Paris", "Point | 2026-11-18 14:30"],
    ["ru", "Синк завтра в 3 дня", "Синк | 2026-11-19 15:00"],
    ["en", "Sync the first Monday of December at 10", "Sync | 2026-12-07 10:00"],
    ["en", "Sync last Friday of November 4pm", "Sync | 2026-11-27 16:00"],
    ["fr", "Point le premier lundi de décembre à 10h", "Point | 2026-12-07 10:00"],
    ["ru", "Синк в первый понедельник декабря в 10", "Синк | 2026-12-07 10:00"],
    ["ja", "12月の第1月曜10時 定例", "定例 | 2026-12-07 10:00"],
    ["zh", "下个月第一个周一10点例会", "例会 | 2026-12-07 10:00"],
    ["ja", "今から定例", "定例 | 2026-11-18 10:00"],
    ["zh", "马上开例会", "例会 | 2026-11-18 10:00"],
    ["zh", "11.24 10:00 例会", "例会 | 2026-11-24 10:00"],
    ["ja", "定例は明日の15時から", "定例 | 2026-11-19 15:00"],
  ])("%s: %j is %j", (language, text, expected) => {
    expect(line(text, CONTEXTS[language])).toBe(expected);
  });

  test("an end without a start is on the day next to it", () => {
    expect(parse("Sync tomorrow until 4pm")).toEqual({
      ok: false,
      problem: { reason: "end-without-start", endsAt: "2026-11-19T16:00" },
    });
  });
});
