import { CONTEXTS, line, parse, type Language } from "./typed";

// Parsed on Wednesday, 18 November 2026 at 10:00 local time.
describe("an impossible date is refused wherever it is", () => {
  test.each<[Language, string, string]>([
    ["en", "31 February 3pm", "31 February"],
    ["en", "31 February at 3pm with @Ana", "31 February"],
    ["en", "February 31st, 2027 at 3pm", "February 31st, 2027"],
    ["en", "Kickoff 30/02/2027 15:00", "30/02/2027"],
    ["en", "Review 29 February 2027 3pm", "29 February 2027"],
    ["en", "3pm Kickoff 31st of February", "31st of February"],
    ["en", "31st of February 2027 Kickoff 3pm", "31st of February 2027"],
    ["en", "Kickoff 31/02/2027 planning at 3pm", "31/02/2027"],
    ["en", "13/13 3pm", "13/13"],
    ["en", "2026-24-11 15:00", "2026-24-11"],
    ["en", "2027-02-30T10:00", "2027-02-30"],
    ["en", "2027-02-30T10:00Z", "2027-02-30T10:00Z"],
    ["en", "Monday 31 November 3pm", "31 November"],
    ["en", "Review Feb 30", "Feb 30"],
    ["fr", "le 31 avril à 15h", "31 avril"],
    ["fr", "RDV 31/11 9h", "31/11"],
    ["fr", "le trente et un avril à 10h", "trente et un avril"],
    ["ru", "31 апреля в 15:00", "31 апреля"],
    ["ru", "Встреча 31.11.2026 в 10:00", "31.11.2026"],
    ["ru", "тридцать первого апреля в 10:00", "тридцать первого апреля"],
    ["ja", "2月30日 15時", "2月30日"],
    ["ja", "打ち合わせ 11/31 14:00", "11/31"],
    ["ja", "2026/13/24 14:00", "2026/13/24"],
    ["zh", "2月30号下午3点", "2月30号"],
    ["zh", "二月三十日下午三点", "二月三十日"],
  ])("%s: %j contains %s", (language, text, day) => {
    const problem = { reason: "no-such-day", day };
    expect(parse(text, CONTEXTS[language])).toEqual({ ok: false, problem });
  });

  test.each([
    ["Score 13/13 review at 3pm", "Score 13/13 review | 2026-11-18 15:00"],
    ["50/50 split at 3pm", "50/50 split | 2026-11-18 15:00"],
    ["30-60-90 plan at 3pm", "30-60-90 plan | 2026-11-18 15:00"],
    ["Sprint 42 may slip 3pm", "Sprint 42 may slip | 2026-11-18 15:00"],
    ["Kickoff 31/02/2027 planning tomorrow 3pm", "Kickoff 31/02/2027 planning | 2026-11-19 15:00"],
  ])("%j has a valid date or none", (text, expected) => {
    expect(line(text)).toBe(expected);
  });
});

describe("a numeric date is read in the order that makes it valid", () => {
  test.each<[Language, string, string]>([
    ["en", "24/11/2026 15:00", "| 2026-11-24 15:00"],
    ["en", "11/24/2026 15:00", "| 2026-11-24 15:00"],
    ["en", "24/11/26 Review at 3pm", "Review | 2026-11-24 15:00"],
    ["en", "24 / 11 / 2026 15:00", "| 2026-11-24 15:00"],
    ["en", "11.24.2026 15:00", "| 2026-11-24 15:00"],
    ["en", "20261124 15:00", "| 2026-11-24 15:00"],
    ["en", "24 Nov 26 3pm", "| 2026-11-24 15:00"],
    ["en", "Nov 24 '26 3pm", "| 2026-11-24 15:00"],
    ["en", "on 24/11 at 5", "| 2026-11-24 17:00"],
    ["en", "December third 3pm", "| 2026-12-03 15:00"],
    ["en", "tues 24th 5pm", "| 2026-11-24 17:00"],
    ["en", "Board 05.12. at 10", "Board | 2026-12-05 10:00"],
    ["en", "Ubuntu 22.04 at 15:00", "! vague-day"],
    ["en", "24th at 3", "| 2026-11-24 15:00"],
    ["en", "at 8:30 from the 5th floor", "from the 5th floor | 2026-11-19 08:30"],
    ["en", "20th floor 3pm", "20th floor | 2026-11-18 15:00"],
    ["fr", "vendredi de la semaine pro à 10h", "| 2026-11-27 10:00"],
    ["en", "Release 1.2.27 at 3pm", "Release 1.2.27 | 2026-11-18 15:00"],
    ["fr", "11/24/2026 15h", "| 2026-11-24 15:00"],
    ["fr", "Réunion du 24 novembre à 15h", "Réunion | 2026-11-24 15:00"],
    ["fr", "le trois décembre à 10h", "| 2026-12-03 10:00"],
    ["ru", "третьего декабря в 10:00", "| 2026-12-03 10:00"],
    ["ja", "24日(火) 14時 打ち合わせ", "打ち合わせ | 2026-11-24 14:00"],
    ["ja", "11/24（火） 14:00", "| 2026-11-24 14:00"],
    ["ja", "11/24（水） 14:00", "! two-times"],
    ["zh", "请于明天15:00参加评审", "参加评审 | 2026-11-19 15:00"],
  ])("%s: parses %j as %j", (language, text, expected) => {
    expect(line(text, CONTEXTS[language])).toBe(expected);
  });
});

describe("a day of the month", () => {
  test.each<[Language, string, string]>([
    ["en", "the 25th at 3pm", "| 2026-11-25 15:00"],
    ["en", "on the 3rd of next month at 10am", "| 2026-12-03 10:00"],
    ["en", "the first of next month 9am", "| 2026-12-01 09:00"],
    ["fr", "le 25 à 15h", "| 2026-11-25 15:00"],
    ["fr", "le vingt-cinq à 15h", "| 2026-11-25 15:00"],
    ["fr", "le 3 du mois prochain à 10h", "| 2026-12-03 10:00"],
    ["ru", "25-го в 15:00", "| 2026-11-25 15:00"],
    ["ru", "двадцать пятого в 10:00", "| 2026-11-25 10:00"],
    ["ru", "3 числа следующего месяца в 10:00", "| 2026-12-03 10:00"],
    ["ja", "25日15時", "| 2026-11-25 15:00"],
    ["ja", "来月3日の10時", "| 2026-12-03 10:00"],
    ["ja", "再来月の3日15時", "| 2027-01-03 15:00"],
    ["ja", "翌日15時", "| 2026-11-19 15:00"],
    ["ja", "翌朝9時", "| 2026-11-19 09:00"],
    ["zh", "25号下午3点", "| 2026-11-25 15:00"],
    ["zh", "下个月3号下午2点", "| 2026-12-03 14:00"],
    ["en", "the 3rd floor at 3pm", "the 3rd floor | 2026-11-18 15:00"],
    ["zh", "3号楼 15:00", "3号楼 | 2026-11-18 15:00"],
  ])("%s: parses %j as %j", (language, text, expected) => {
    expect(line(text, CONTEXTS[language])).toBe(expected);
  });
});

describe("several days aren't a day", () => {
  test.each<[Language, string]>([
    ["en", "offsite 24-25 November 9am"],
    ["en", "Nov 24-25 offsite 3pm"],
    ["en", "Mon-Fri 9am"],
    ["fr", "du 24 au 26 novembre 9h"],
    ["ru", "с 24 по 26 ноября в 9:00"],
    ["ja", "月-金曜 9時"],
    ["ja", "月末 15時"],
    ["zh", "周一至周五 15:00"],
  ])("%s: %j", (language, text) => {
    expect(line(text, CONTEXTS[language])).toBe("! vague-day");
  });
});

describe("a day separated from the time by words of the subject", () => {
  test.each<[Language, string, string]>([
    [
      "en",
      "Sync tomorrow with the design team at 3pm",
      "Sync with the design team | 2026-11-19 15:00",
    ],
    ["en", "Call on Friday about budget at 3pm", "Call about budget | 2026-11-20 15:00"],
    ["en", "Fri Review 3pm", "Review | 2026-11-20 15:00"],
    ["fr", "Réunion le 24/11 avec Léa à 15h", "Réunion avec Léa | 2026-11-24 15:00"],
    ["ru", "Встреча 24 ноября с Аней в 15:00", "Встреча с Аней | 2026-11-24 15:00"],
    ["en", "Review Friday release at 3pm", "Review Friday release | 2026-11-18 15:00"],
    ["en", "Recap of Monday with Bo at 3pm", "Recap of Monday with Bo | 2026-11-18 15:00"],
    ["en", "Review of tomorrow's plan at 3pm", "Review of tomorrow's plan | 2026-11-18 15:00"],
    [
      "en",
      "Review of 20 March 2020 figures at 3pm",
      "Review of 20 March 2020 figures | 2026-11-18 15:00",
    ],
    ["en", "1/2 day workshop at 3pm", "1/2 day workshop | 2026-11-18 15:00"],
    ["en", "Fri and Sat retro 3pm", "! vague-day"],
    ["en", "Report until 24 November 3pm", "! time-in-name"],
  ])("%s: parses %j as %j", (language, text, expected) => {
    expect(line(text, CONTEXTS[language])).toBe(expected);
  });

  test.each<[Language, string, string, string]>([
    ["en", "Review 20 March 2027 figures at 3pm", "20 March 2027", "at 3pm"],
    ["en", "Prepare next Friday demo at 3pm", "next Friday", "at 3pm"],
    ["en", "Review of 20 March at 3pm", "20 March", "at 3pm"],
    ["en", "Review of 20 March figures at 3pm", "20 March", "at 3pm"],
    ["en", "Report of 20 March with Bo at 3pm", "20 March", "at 3pm"],
    ["en", "9/11 memorial at 3pm", "9/11", "at 3pm"],
    ["fr", "24/11 Revue à 15h", "24/11", "à 15h"],
    ["fr", "Compte rendu du 3 novembre à 15h", "3 novembre", "à 15h"],
    ["ru", "Обсудить 24 ноября запуск в 15:00", "24 ноября", "в 15:00"],
    ["ja", "25日 レビュー 15時", "25日", "15時"],
    ["zh", "评审明天的发布 下午3点", "明天的", "下午3点"],
  ])("%s: refuses %j", (language, text, day, time) => {
    const problem = { reason: "stray-day", day, time };
    expect(parse(text, CONTEXTS[language])).toEqual({ ok: false, problem });
  });
});
