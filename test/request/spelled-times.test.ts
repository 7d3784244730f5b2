import { CONTEXTS, line, type Language } from "./typed";

// Parsed on Wednesday, 18 November 2026 at 10:00 local time.
describe("a time in words", () => {
  test.each<[Language, string, string]>([
    ["en", "half past three", "| 2026-11-18 15:30"],
    ["en", "tomorrow at half past three", "| 2026-11-19 15:30"],
    ["en", "quarter past 3", "| 2026-11-18 15:15"],
    ["en", "tomorrow at a quarter to four", "| 2026-11-19 15:45"],
    ["en", "tomorrow at a quarter to one", "| 2026-11-19 12:45"],
    ["en", "tomorrow at twenty past nine", "| 2026-11-19 09:20"],
    ["en", "at ten to four", "| 2026-11-18 15:50"],
    ["en", "at 10 minutes past 3", "| 2026-11-18 15:10"],
    ["en", "from ten to four", "| 2026-11-18 10:00 +360"],
    ["en", "tomorrow 330pm", "| 2026-11-19 15:30"],
    ["en", "at 10 minutes of rest", "at 10 minutes of rest"],
    ["en", "Look at three fifteen-page docs", "Look at three fifteen-page docs"],
    ["fr", "à quinze heures", "| 2026-11-18 15:00"],
    ["fr", "quinze heures trente", "| 2026-11-18 15:30"],
    ["fr", "à trois heures et demie", "| 2026-11-18 15:30"],
    ["fr", "demain à quatre heures moins le quart", "| 2026-11-19 15:45"],
    ["fr", "demain à 3h et quart", "| 2026-11-19 15:15"],
    ["fr", "midi et demi", "| 2026-11-18 12:30"],
    ["fr", "minuit et demi", "| 2026-11-19 00:30"],
    ["fr", "Atelier ce midi", "Atelier | 2026-11-18 12:00"],
    ["fr", "entre quinze heures et seize heures trente", "| 2026-11-18 15:00 +90"],
    ["fr", "trois heures et demie", "| +210"],
    ["fr", "pendant quinze heures", "| +900"],
    ["fr", "à deux heures de Paris", "à deux heures de Paris"],
    ["ru", "в половине третьего", "| 2026-11-18 14:30"],
    ["ru", "завтра в полтретьего", "| 2026-11-19 14:30"],
    ["ru", "завтра в четверть четвёртого", "| 2026-11-19 15:15"],
    ["ru", "завтра без четверти три", "| 2026-11-19 14:45"],
    ["ru", "в пятнадцать часов", "| 2026-11-18 15:00"],
    ["ru", "в пятнадцать часов тридцать минут", "| 2026-11-18 15:30"],
    ["ru", "в пятнадцать тридцать", "| 2026-11-18 15:30"],
    ["ru", "Обед завтра в полпервого", "Обед | 2026-11-19 12:30"],
    ["ru", "через 2 дня в 11:00", "| 2026-11-20 11:00"],
    ["ru", "половина команды завтра 15:00", "половина команды | 2026-11-19 15:00"],
    ["zh", "三点三刻", "| 2026-11-18 15:45"],
    ["zh", "下午三点一刻", "| 2026-11-18 15:15"],
    ["ja", "十五時半", "| 2026-11-18 15:30"],
  ])("%s: parses %j as %j", (language, text, expected) => {
    expect(line(text, CONTEXTS[language])).toBe(expected);
  });
});

describe("a time with a dot or a dash", () => {
  test.each<[Language, string, string]>([
    ["en", "Monday 9.15", "| 2026-11-23 09:15"],
    ["en", "tomorrow 9.30 - 10.30 standup", "standup | 2026-11-19 09:30 +60"],
    ["fr", "demain 14.30", "| 2026-11-19 14:30"],
    ["ru", "завтра в 10-45 обзор", "обзор | 2026-11-19 10:45"],
    ["ru", "завтра в 10-11", "| 2026-11-19 10:00 +60"],
    ["en", "version 9.30 tomorrow 3pm", "version 9.30 | 2026-11-19 15:00"],
    ["en", "Release 9.30", "Release 9.30"],
    ["zh", "明天下午三点开会，45分钟", "开会 | 2026-11-19 15:00 +45"],
  ])("%s: parses %j as %j", (language, text, expected) => {
    expect(line(text, CONTEXTS[language])).toBe(expected);
  });
});

describe("four digits next to a day are a time", () => {
  test.each<[Language, string, string]>([
    ["en", "tomorrow 1530", "| 2026-11-19 15:30"],
    ["en", "tomorrow 0930 Review", "Review | 2026-11-19 09:30"],
    ["en", "1530 tomorrow", "| 2026-11-19 15:30"],
    ["en", "Review at 1530 tomorrow", "Review | 2026-11-19 15:30"],
    ["en", "tomorrow 1530-1630", "| 2026-11-19 15:30 +60"],
    ["en", "20 March 1530", "| 2027-03-20 15:30"],
    ["fr", "demain 1530", "| 2026-11-19 15:30"],
    ["ru", "завтра в 1530", "| 2026-11-19 15:30"],
    ["ja", "明日1530", "| 2026-11-19 15:30"],
    ["en", "1530", "1530"],
    ["en", "Budget 2027 tomorrow 3pm", "Budget 2027 | 2026-11-19 15:00"],
    ["en", "tomorrow 2027 budget", "! no-clock-time"],
    ["en", "Room 1530 tomorrow 10:00", "Room 1530 | 2026-11-19 10:00"],
  ])("%s: parses %j as %j", (language, text, expected) => {
    expect(line(text, CONTEXTS[language])).toBe(expected);
  });
});

describe("a length attached to another word isn't a length", () => {
  test.each<[Language, string, string]>([
    ["en", "at 5 locations", "at 5 locations"],
    ["en", "at 3 locations in Paris tomorrow 3pm", "at 3 locations in Paris | 2026-11-19 15:00"],
    ["en", "at 3 sales review", "sales review | 2026-11-18 15:00"],
    ["en", "at 3 process review", "process review | 2026-11-18 15:00"],
    ["ru", "5 минут славы", "5 минут славы"],
    ["ru", "10 минут вопросов завтра в 15:00", "10 минут вопросов | 2026-11-19 15:00"],
    ["ru", "30 минут обзор", "обзор | +30"],
    ["ja", "10分ルール", "10分ルール"],
    ["ja", "10分前集合 明日9時", "10分前集合 | 2026-11-19 09:00"],
    ["ja", "30分だけ 明日10時", "| 2026-11-19 10:00 +30"],
    ["ja", "30分お願いします", "| +30"],
    ["en", "Here and now", "Here and now"],
    ["fr", "ici et maintenant", "ici et maintenant"],
    ["ru", "Здесь и сейчас", "Здесь и сейчас"],
    ["en", "Review here and now", "Review | 2026-11-18 10:00"],
  ])("%s: parses %j as %j", (language, text, expected) => {
    expect(line(text, CONTEXTS[language])).toBe(expected);
  });
});
