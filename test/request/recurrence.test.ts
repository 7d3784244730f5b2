import { parseRequest } from "../../src/request/parse-request";
import { startAt, type Recurrence } from "../../src/request/recurrence";
import { CONTEXTS, line, typed, WEDNESDAY, type Language } from "./typed";

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** Name, first time and rule in one line: `Sync | 2026-11-23 09:30 | weekly MO until 2027-05-31`. */
function repeated(language: Language | "de", text: string): string {
  const own = language === "de" ? { locale: "de-DE" } : CONTEXTS[language];
  const context = { ...WEDNESDAY, ...own };
  const parsed = parseRequest(typed(text), context);
  const { recurrence } = parsed.ok ? parsed.request : parsed.partial;
  return recurrence ? `${line(text, context)} | ${toRule(recurrence)}` : line(text, context);
}

function toRule({ frequency, interval, weekdays, monthDay, place, until, count }: Recurrence) {
  return [
    interval > 1 ? `${interval}-${frequency}` : frequency,
    weekdays?.map((day) => `${place ?? ""}${DAYS[day - 1]}`).join(),
    monthDay,
    until && `until ${until}`,
    count && `x${count}`,
  ]
    .filter((part) => part !== undefined)
    .join(" ");
}

// Parsed on Wednesday, 18 November 2026 at 10:00 local time.
describe("a recurrence", () => {
  const MONDAY = "Sync | 2026-11-23 09:30 | weekly MO";

  test.each([
    ["Sync every Monday 9:30", MONDAY],
    ["every Monday at 9:30 Sync", MONDAY],
    ["Mondays at 9:30 Sync", MONDAY],
    ["Sync on Mondays, 9:30", MONDAY],
    ["every Monday team sync at 9:30", "team sync | 2026-11-23 09:30 | weekly MO"],
    ["Sync every Wednesday 9:30", "Sync | 2026-11-25 09:30 | weekly WE"],
    ["Sync every Wednesday 11:00", "Sync | 2026-11-18 11:00 | weekly WE"],
    ["Standup on weekdays at 9:15", "Standup | 2026-11-19 09:15 | weekly MO,TU,WE,TH,FR"],
    ["Standup every weekday 10:00", "Standup | 2026-11-18 10:00 | weekly MO,TU,WE,TH,FR"],
    ["every Monday to Friday 9:30", "| 2026-11-19 09:30 | weekly MO,TU,WE,TH,FR"],
    ["Sync every Monday and Thursday at 9", "Sync | 2026-11-19 09:00 | weekly MO,TH"],
    ["Sync every second Thursday at 15:00", "Sync | 2026-11-19 15:00 | 2-weekly TH"],
    ["Sync every other Thursday 3pm", "Sync | 2026-11-19 15:00 | 2-weekly TH"],
    ["Sync every 2 weeks on Tuesday at 10:00", "Sync | 2026-11-24 10:00 | 2-weekly TU"],
    ["Sync Tuesday 10:00 every 2 weeks", "Sync | 2026-11-24 10:00 | 2-weekly TU"],
    ["Sync tomorrow 3pm, every week", "Sync | 2026-11-19 15:00 | weekly TH"],
    ["Sync daily at 10", "Sync | 2026-11-18 10:00 | daily"],
    ["Sync 9:00 daily", "Sync | 2026-11-19 09:00 | daily"],
    ["daily 9", "| 2026-11-19 09:00 | daily"],
    ["Every day 9-10", "| 2026-11-19 09:00 +60 | daily"],
    ["Sync every morning at 8", "Sync | 2026-11-19 08:00 | daily"],
    ["Sync every evening at 8", "Sync | 2026-11-18 20:00 | daily"],
    ["Sync monthly on the 3rd at 10", "Sync | 2026-12-03 10:00 | monthly 3"],
    ["Sync the 3rd of every month at 10:00", "Sync | 2026-12-03 10:00 | monthly 3"],
    ["Sync monthly on the 31st at 10", "Sync | 2026-12-31 10:00 | monthly 31"],
    ["Sync first Monday of the month 10:00", "Sync | 2026-12-07 10:00 | monthly 1MO"],
    ["Sync second Thursday of every month 3pm", "Sync | 2026-12-10 15:00 | monthly 2TH"],
    ["Sync every second Thursday of the month 3pm", "Sync | 2026-12-10 15:00 | monthly 2TH"],
    ["Sync last Friday of the month 4pm", "Sync | 2026-11-27 16:00 | monthly -1FR"],
    ["Sync every 3 months 10:00", "Sync | 2026-11-18 10:00 | 3-monthly 18"],
    ["Sync every Monday 9:30 until June", `${MONDAY} until 2027-05-31`],
    ["Sync every Monday 9:30 through June", `${MONDAY} until 2027-06-30`],
    ["Sync every Monday until the end of June 9:30", `${MONDAY} until 2027-06-30`],
    ["Sync every Monday 9:30 until 30 June", `${MONDAY} until 2027-06-30`],
    ["Sync every Monday 9:30 until the end of the year", `${MONDAY} until 2026-12-31`],
    ["Sync every Monday 9:30 until June 2028", `${MONDAY} until 2028-05-31`],
    ["Sync Mon and Thu every week at 9", "Sync | 2026-11-19 09:00 | weekly MO,TH"],
    ["Casual Fridays 17:00", "Casual Fridays | 2026-11-20 17:00 | weekly FR"],
    ["Sync on Mondays", "! no-clock-time | weekly MO"],
    ["Sync every Tue/Thu 9:00", "Sync | 2026-11-19 09:00 | weekly TU,TH"],
    ["Sync every Tue/Thu", "! no-clock-time | weekly TU,TH"],
    ["Sync every day except Friday 9:00", "Sync | 2026-11-19 09:00 | weekly MO,TU,WE,TH,SA,SU"],
    ["Sync weekdays except Fri 9:30", "Sync | 2026-11-19 09:30 | weekly MO,TU,WE,TH"],
    ["Sync quarterly 9:30", "Sync | 2026-11-19 09:30 | 3-monthly 19"],
    ["Sync every 2 quarters 9:30", "Sync | 2026-11-19 09:30 | 6-monthly 19"],
    ["Sync every year on 3 March 9:30", "Sync | 2027-03-03 09:30 | 12-monthly 3"],
    ["Sync every other day 9:30", "Sync | 2026-11-19 09:30 | 2-daily"],
    ["Sync every 2 wks mon 10am", "Sync | 2026-11-23 10:00 | 2-weekly MO"],
    [
      "Sync every Monday at 10 for the next 3 months",
      "Sync | 2026-11-23 10:00 | weekly MO until 2027-02-22",
    ],
    ["Sync every Monday 9:30 for 6 weeks", `${MONDAY} until 2027-01-03`],
    ["Sync every Monday 9:30, 6 times", `${MONDAY} x6`],
    ["Sync every Monday 9:30 for 30 min", "Sync | 2026-11-23 09:30 +30 | weekly MO"],
    ["every Monday from 9 to 10", "| 2026-11-23 09:00 +60 | weekly MO"],
    ["every Monday 9:30 Sync starting 7 December", "Sync | 2026-12-07 09:30 | weekly MO"],
    ["Sync every Monday from 1 December at 9:30", "Sync | 2026-12-07 09:30 | weekly MO"],
    ["Mondays from now on at 9:30 Sync", MONDAY],
    ["Sync every Monday 9:30 from now on", MONDAY],
    ["Sync every Monday", "! no-clock-time | weekly MO"],
    ["Sync every 2 weeks", "! no-clock-time | 2-weekly"],
    ["Sync daily", "! no-clock-time | daily"],
  ])("in English: parses %j as %j", (text, expected) => {
    expect(repeated("en", text)).toBe(expected);
  });

  test.each([
    ["Point chaque lundi 9h30", "Point | 2026-11-23 09:30 | weekly MO"],
    ["Tous les lundis à 9h point équipe", "point équipe | 2026-11-23 09:00 | weekly MO"],
    ["Point les lundis et jeudis à 9h", "Point | 2026-11-19 09:00 | weekly MO,TH"],
    ["Point tous les jours à 9h", "Point | 2026-11-19 09:00 | daily"],
    ["Point tous les matins à 9h", "Point | 2026-11-19 09:00 | daily"],
    ["Point en semaine à 9h", "Point | 2026-11-19 09:00 | weekly MO,TU,WE,TH,FR"],
    ["Point un jeudi sur deux à 15h", "Point | 2026-11-19 15:00 | 2-weekly TH"],
    ["Point une semaine sur deux le jeudi à 15h", "Point | 2026-11-19 15:00 | 2-weekly TH"],
    ["Point le lundi toutes les deux semaines à 10h", "Point | 2026-11-23 10:00 | 2-weekly MO"],
    ["Point tous les quinze jours le jeudi à 15h", "Point | 2026-11-19 15:00 | 2-weekly TH"],
    ["Point le premier lundi du mois à 10h", "Point | 2026-12-07 10:00 | monthly 1MO"],
    ["Point le dernier vendredi de chaque mois à 16h", "Point | 2026-11-27 16:00 | monthly -1FR"],
    ["Point chaque mois le 3 à 10h", "Point | 2026-12-03 10:00 | monthly 3"],
    [
      "Point chaque lundi 9h30 jusqu'en juin",
      "Point | 2026-11-23 09:30 | weekly MO until 2027-06-30",
    ],
    [
      "Point chaque lundi 9h30 jusqu'au 30 juin",
      "Point | 2026-11-23 09:30 | weekly MO until 2027-06-30",
    ],
    [
      "Point chaque lundi 9h30 jusqu'à la fin de l'année",
      "Point | 2026-11-23 09:30 | weekly MO until 2026-12-31",
    ],
    [
      "Point chaque lundi 9h30 pendant 6 semaines",
      "Point | 2026-11-23 09:30 | weekly MO until 2027-01-03",
    ],
    ["Point chaque lundi 9h30, 6 fois", "Point | 2026-11-23 09:30 | weekly MO x6"],
    ["Point chaque lundi à 9h à partir du 7 décembre", "Point | 2026-12-07 09:00 | weekly MO"],
    ["Point chaque jour de la semaine à 9h", "Point | 2026-11-19 09:00 | weekly MO,TU,WE,TH,FR"],
    ["Point désormais chaque lundi à 9h", "Point | 2026-11-23 09:00 | weekly MO"],
    ["Point chaque lundi", "! no-clock-time | weekly MO"],
    [
      "Point tous les jours sauf le vendredi à 9h",
      "Point | 2026-11-19 09:00 | weekly MO,TU,WE,TH,SA,SU",
    ],
  ])("in French: parses %j as %j", (text, expected) => {
    expect(repeated("fr", text)).toBe(expected);
  });

  test.each([
    ["毎週月曜 9:30 定例", "定例 | 2026-11-23 09:30 | weekly MO"],
    ["毎週月曜日10時から定例", "定例 | 2026-11-23 10:00 | weekly MO"],
    ["毎週月・木 10時 定例", "定例 | 2026-11-19 10:00 | weekly MO,TH"],
    ["毎週月曜と木曜の10時 定例", "定例 | 2026-11-19 10:00 | weekly MO,TH"],
    ["毎週月曜から金曜の10時 朝会", "朝会 | 2026-11-18 10:00 | weekly MO,TU,WE,TH,FR"],
    ["毎日10時 朝礼", "朝礼 | 2026-11-18 10:00 | daily"],
    ["毎朝9時 朝会", "朝会 | 2026-11-19 09:00 | daily"],
    ["平日10時 朝会", "朝会 | 2026-11-18 10:00 | weekly MO,TU,WE,TH,FR"],
    ["隔週木曜15時 定例", "定例 | 2026-11-19 15:00 | 2-weekly TH"],
    ["2週間ごとに月曜10時 定例", "定例 | 2026-11-23 10:00 | 2-weekly MO"],
    ["毎月3日10時 定例", "定例 | 2026-12-03 10:00 | monthly 3"],
    ["毎月第1月曜10時 定例", "定例 | 2026-12-07 10:00 | monthly 1MO"],
    ["毎月最終金曜18時 懇親会", "懇親会 | 2026-11-27 18:00 | monthly -1FR"],
    ["毎週月曜10時 定例 6月まで", "定例 | 2026-11-23 10:00 | weekly MO until 2027-06-30"],
    ["毎週月曜10時 定例 6月30日まで", "定例 | 2026-11-23 10:00 | weekly MO until 2027-06-30"],
    ["毎週月曜10時 定例 6週間", "定例 | 2026-11-23 10:00 | weekly MO until 2027-01-03"],
    ["毎週月曜10時 定例 6回", "定例 | 2026-11-23 10:00 | weekly MO x6"],
    ["12月7日から毎週月曜10時 定例", "定例 | 2026-12-07 10:00 | weekly MO"],
    ["今後は毎週月曜10時 定例", "定例 | 2026-11-23 10:00 | weekly MO"],
    ["今後の方針 毎週月曜10時", "今後の方針 | 2026-11-23 10:00 | weekly MO"],
    ["毎週月曜の定例", "! no-clock-time | weekly MO"],
    ["金曜以外毎日10時 朝会", "朝会 | 2026-11-18 10:00 | weekly MO,TU,WE,TH,SA,SU"],
    ["平日（金曜を除く）10時 朝会", "朝会 | 2026-11-18 10:00 | weekly MO,TU,WE,TH"],
    ["四半期ごと 10時 定例", "定例 | 2026-11-18 10:00 | 3-monthly 18"],
  ])("in Japanese: parses %j as %j", (text, expected) => {
    expect(repeated("ja", text)).toBe(expected);
  });

  test.each([
    ["Синк каждый понедельник в 9:30", MONDAY.replace("Sync", "Синк")],
    ["Синк каждый вторник 10:00", "Синк | 2026-11-24 10:00 | weekly TU"],
    ["Синк по понедельникам и четвергам в 9:30", "Синк | 2026-11-19 09:30 | weekly MO,TH"],
    ["Синк каждый день в 10:00", "Синк | 2026-11-18 10:00 | daily"],
    ["Ежедневно в 10:00 синк", "синк | 2026-11-18 10:00 | daily"],
    ["Синк по утрам в 9", "Синк | 2026-11-19 09:00 | daily"],
    ["Синк по будням в 10", "Синк | 2026-11-18 10:00 | weekly MO,TU,WE,TH,FR"],
    ["Синк каждый второй четверг в 15:00", "Синк | 2026-11-19 15:00 | 2-weekly TH"],
    ["Синк раз в две недели по понедельникам в 10:00", "Синк | 2026-11-23 10:00 | 2-weekly MO"],
    ["Синк каждые 2 недели в понедельник в 10", "Синк | 2026-11-23 10:00 | 2-weekly MO"],
    ["Синк 3 числа каждого месяца в 10:00", "Синк | 2026-12-03 10:00 | monthly 3"],
    ["Синк в первый понедельник месяца в 10:00", "Синк | 2026-12-07 10:00 | monthly 1MO"],
    [
      "Синк каждый понедельник в 9:30 до июня",
      "Синк | 2026-11-23 09:30 | weekly MO until 2027-05-31",
    ],
    [
      "Синк каждый понедельник в 9:30 по июнь",
      "Синк | 2026-11-23 09:30 | weekly MO until 2027-06-30",
    ],
    [
      "Синк каждый понедельник в 9:30 до 30 июня",
      "Синк | 2026-11-23 09:30 | weekly MO until 2027-06-30",
    ],
    [
      "Синк каждый понедельник в 9:30 в течение 6 недель",
      "Синк | 2026-11-23 09:30 | weekly MO until 2027-01-03",
    ],
    ["Синк каждый понедельник в 9:30 6 раз", "Синк | 2026-11-23 09:30 | weekly MO x6"],
    ["Синк каждый понедельник в 9:30 с 7 декабря", "Синк | 2026-12-07 09:30 | weekly MO"],
    [
      "Совещание по продажам по четвергам в 10",
      "Совещание по продажам | 2026-11-19 10:00 | weekly TH",
    ],
    ["Синк по пн и чт в 10", "Синк | 2026-11-19 10:00 | weekly MO,TH"],
    ["Синк раз в месяц в 10", "Синк | 2026-11-18 10:00 | monthly 18"],
    ["Синк последняя пятница месяца в 16:00", "Синк | 2026-11-27 16:00 | monthly -1FR"],
    ["Синк отныне каждый понедельник в 9:30", MONDAY.replace("Sync", "Синк")],
    ["Синк каждый понедельник", "! no-clock-time | weekly MO"],
    ["Синк по будням кроме среды в 9:30", "Синк | 2026-11-19 09:30 | weekly MO,TU,TH,FR"],
    ["Синк раз в квартал в 10", "Синк | 2026-11-18 10:00 | 3-monthly 18"],
  ])("in Russian: parses %j as %j", (text, expected) => {
    expect(repeated("ru", text)).toBe(expected);
  });

  test.each([
    ["每周一9:30例会", "例会 | 2026-11-23 09:30 | weekly MO"],
    ["每周一上午9点半例会", "例会 | 2026-11-23 09:30 | weekly MO"],
    ["每周一和周四10点例会", "例会 | 2026-11-19 10:00 | weekly MO,TH"],
    ["每周一三五10点例会", "例会 | 2026-11-18 10:00 | weekly MO,WE,FR"],
    ["每周一三点例会", "例会 | 2026-11-23 15:00 | weekly MO"],
    ["每周一到周五9点站会", "站会 | 2026-11-19 09:00 | weekly MO,TU,WE,TH,FR"],
    ["每天10点站会", "站会 | 2026-11-18 10:00 | daily"],
    ["工作日10点站会", "站会 | 2026-11-18 10:00 | weekly MO,TU,WE,TH,FR"],
    ["隔周周四15点例会", "例会 | 2026-11-19 15:00 | 2-weekly TH"],
    ["每两周的周一10点例会", "例会 | 2026-11-23 10:00 | 2-weekly MO"],
    ["每月3号10点例会", "例会 | 2026-12-03 10:00 | monthly 3"],
    ["每月第一个周一10点例会", "例会 | 2026-12-07 10:00 | monthly 1MO"],
    ["每周一10点例会到6月", "例会 | 2026-11-23 10:00 | weekly MO until 2027-06-30"],
    ["每周一10点例会，到6月30日", "例会 | 2026-11-23 10:00 | weekly MO until 2027-06-30"],
    ["每周一10点例会，持续6周", "例会 | 2026-11-23 10:00 | weekly MO until 2027-01-03"],
    ["每周一10点例会，共6次", "例会 | 2026-11-23 10:00 | weekly MO x6"],
    ["每周一10点到11点例会", "例会 | 2026-11-23 10:00 +60 | weekly MO"],
    ["从12月7日起每周一10点例会", "例会 | 2026-12-07 10:00 | weekly MO"],
    ["周一至周五每天9点站会", "站会 | 2026-11-19 09:00 | weekly MO,TU,WE,TH,FR"],
    ["每逢周三11点例会", "例会 | 2026-11-18 11:00 | weekly WE"],
    ["从现在起每周一10点例会", "例会 | 2026-11-23 10:00 | weekly MO"],
    ["每周一例会", "! no-clock-time | weekly MO"],
    ["除周五外每天10点站会", "站会 | 2026-11-18 10:00 | weekly MO,TU,WE,TH,SA,SU"],
    ["每季度10点例会", "例会 | 2026-11-18 10:00 | 3-monthly 18"],
  ])("in Chinese: parses %j as %j", (text, expected) => {
    expect(repeated("zh", text)).toBe(expected);
  });

  test.each([
    ["Sync jeden Montag um 9:30", MONDAY],
    ["Sync montags um 9:30", MONDAY],
    ["Sync alle zwei Wochen montags um 10", "Sync | 2026-11-23 10:00 | 2-weekly MO"],
    ["Sync jeden zweiten Donnerstag um 15 Uhr", "Sync | 2026-11-19 15:00 | 2-weekly TH"],
    ["Sync täglich um 10", "Sync | 2026-11-18 10:00 | daily"],
    ["Sync am ersten Montag des Monats um 10 Uhr", "Sync | 2026-12-07 10:00 | monthly 1MO"],
    ["Sync jeden Montag 9:30 bis zum 30. Juni", `${MONDAY} until 2027-06-30`],
    ["Sync jeden Montag 9:30 bis Ende Juni", `${MONDAY} until 2027-06-30`],
    ["Sync jeden Montag 9:30 für 6 Wochen", `${MONDAY} until 2027-01-03`],
    ["Wöchentlicher Bericht morgen 10:00", "Wöchentlicher Bericht | 2026-11-19 10:00"],
  ])("in German: parses %j as %j", (text, expected) => {
    expect(repeated("de", text)).toBe(expected);
  });

  test("counts days in the zone of its time", () => {
    const parsed = parseRequest(["Sync every Monday 23:30 UTC"], WEDNESDAY);
    expect(parsed).toMatchObject({
      request: {
        time: { startsAt: "2026-11-23T23:30:00.000Z" },
        recurrence: { weekdays: [1], timeZone: "UTC" },
      },
    });
  });

  test("that ends before its first time is asked about", () => {
    expect(repeated("en", "Sync every Monday 9:30 until Friday")).toBe("! end-before-start");
  });
});

describe("a name isn't a recurrence", () => {
  test.each<[Language, string, string]>([
    ["en", "Every voice matters", "Every voice matters"],
    ["en", "Every voice matters tomorrow 10:00", "Every voice matters | 2026-11-19 10:00"],
    ["en", "Every day counts 10:00", "Every day counts | 2026-11-18 10:00"],
    ["en", "Daily planet sync 10:00", "Daily planet sync | 2026-11-18 10:00"],
    ["en", "Daily planet sync tomorrow 10:00", "Daily planet sync | 2026-11-19 10:00"],
    ["en", "daily standup 9:30", "daily standup | 2026-11-19 09:30"],
    ["en", "Daily 9:30", "Daily | 2026-11-19 09:30"],
    ["en", "Weekly report", "Weekly report"],
    ["en", "Weekly report Friday 10:00", "Weekly report | 2026-11-20 10:00"],
    ["en", "Monthly review", "Monthly review"],
    ["en", "weekly 1:1 with @Ana at 3pm", "weekly 1:1 | 2026-11-18 15:00"],
    ["en", "monthly 3 things 10:00", "monthly 3 things | 2026-11-18 10:00"],
    ["en", "Daily", "Daily"],
    ["en", "Manic Mondays", "Manic Mondays"],
    ["en", "Fridays for Future tomorrow 10:00", "Fridays for Future | 2026-11-19 10:00"],
    ["en", "Forever 21 every Monday 9:30", "Forever 21 | 2026-11-23 09:30 | weekly MO"],
    ["en", "Every Monday 9:30 Friends Forever", "Friends Forever | 2026-11-23 09:30 | weekly MO"],
    [
      "en",
      "Going Forward Committee every Monday 9:30",
      "Going Forward Committee | 2026-11-23 09:30 | weekly MO",
    ],
    ["ja", "当面の課題 毎週月曜 9:30", "当面の課題 | 2026-11-23 09:30 | weekly MO"],
    ["ja", "今後は計画 毎週月曜 9:30", "今後は計画 | 2026-11-23 09:30 | weekly MO"],
    ["zh", "无限期合同 每周一 9:30", "无限期合同 | 2026-11-23 09:30 | weekly MO"],
    ["fr", "Chaque voix compte", "Chaque voix compte"],
    ["fr", "Tous les jours comptent demain 10h", "Tous les jours comptent | 2026-11-19 10:00"],
    ["fr", "Point hebdomadaire lundi 10h", "Point hebdomadaire | 2026-11-23 10:00"],
    ["fr", "Point quotidien 10h", "Point quotidien | 2026-11-18 10:00"],
    ["fr", "Bilan du mois vendredi 10h", "Bilan du mois | 2026-11-20 10:00"],
    ["ja", "毎日新聞との打合せ 明日10時", "毎日新聞との打合せ | 2026-11-19 10:00"],
    ["ja", "毎日のスタンドアップ 10時", "毎日のスタンドアップ | 2026-11-18 10:00"],
    ["ja", "毎月の振り返り 明日10時", "毎月の振り返り | 2026-11-19 10:00"],
    ["ja", "週次定例 明日10時", "週次定例 | 2026-11-19 10:00"],
    ["ru", "Каждый голос важен", "Каждый голос важен"],
    ["ru", "Каждый день важен, завтра в 10", "Каждый день важен | 2026-11-19 10:00"],
    ["ru", "Ежедневный синк в 10:00", "Ежедневный синк | 2026-11-18 10:00"],
    ["ru", "Еженедельный отчёт", "Еженедельный отчёт"],
    ["zh", "每个人都重要", "每个人都重要"],
    ["zh", "每日优鲜会议 明天10点", "每日优鲜会议 | 2026-11-19 10:00"],
    ["zh", "每周例会", "每周例会"],
    ["zh", "每周会议 明天10点", "每周会议 | 2026-11-19 10:00"],
  ])("in %s: %j", (language, text, expected) => {
    expect(repeated(language, text)).toBe(expected);
  });
});

describe("a day that's counted in weekdays isn't a recurrence", () => {
  test.each<[Language, string, string]>([
    ["en", "two Mondays from now at 10", "| 2026-11-30 10:00"],
    ["en", "Review 2 Mondays from now 10am", "Review | 2026-11-30 10:00"],
    ["en", "Review one Wednesday from now at 10", "Review | 2026-11-25 10:00"],
    ["en", "in two Mondays at 10", "| 2026-11-30 10:00"],
    ["en", "Review a couple of Fridays from now in the morning at 10", "Review | 2026-11-27 10:00"],
    ["en", "Review two Mondays from now", "! no-clock-time"],
    [
      "en",
      "Talk in a Monday meeting tomorrow 10:00",
      "Talk in a Monday meeting | 2026-11-19 10:00",
    ],
    ["fr", "dans deux lundis à 10h", "| 2026-11-30 10:00"],
    ["fr", "Point lundi en quinze à 10h", "Point | 2026-12-07 10:00"],
    ["ru", "Синк через два понедельника в 10:00", "Синк | 2026-11-30 10:00"],
    ["ru", "Синк через две среды в 10:00", "Синк | 2026-12-02 10:00"],
    ["ja", "次の次の月曜日10時 定例", "定例 | 2026-11-30 10:00"],
    ["ja", "翌々週の月曜日10時 定例", "定例 | 2026-11-30 10:00"],
    ["zh", "下下周一10点例会", "例会 | 2026-11-30 10:00"],
  ])("in %s: %j", (language, text, expected) => {
    expect(repeated(language, text)).toBe(expected);
  });
});

describe("another first time", () => {
  const monthly: Recurrence = { frequency: "monthly", interval: 1, timeZone: "Europe/Paris" };
  const mondays: Recurrence = { ...monthly, frequency: "weekly", weekdays: [1] };

  test.each<[string, Recurrence, string, Recurrence | undefined]>([
    ["keeps a rule that has the day", mondays, "2026-12-07T09:00:00Z", mondays],
    ["ends a rule that doesn't have it", mondays, "2026-12-08T09:00:00Z", undefined],
    ["is on the day in the rule's zone", mondays, "2026-12-06T23:30:00Z", mondays],
    [
      "ends a rule that's over",
      { ...mondays, until: "2026-12-01" },
      "2026-12-07T09:00:00Z",
      undefined,
    ],
    [
      "decides the days of a rule without any",
      { ...monthly, frequency: "weekly" },
      "2026-12-08T09:00:00Z",
      { ...monthly, frequency: "weekly", weekdays: [2] },
    ],
    ["decides the day of the month", monthly, "2026-12-08T09:00:00Z", { ...monthly, monthDay: 8 }],
  ])("%s", (_title, recurrence, startsAt, expected) => {
    expect(startAt(recurrence, startsAt)).toEqual(expected);
  });
});
