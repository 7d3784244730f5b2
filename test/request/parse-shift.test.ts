import type { RequestText } from "../../src/request/meeting-request";
import { parseShift } from "../../src/request/parse-shift";
import { shiftStart } from "../../src/request/shift-start";

const DAY = 1440;
const read = (text: string, locale = "en-US") => parseShift([text], locale);

function toText(rest: RequestText): string {
  return rest
    .filter((word) => typeof word === "string")
    .join("")
    .trim();
}

/** In minutes, with days of 24 hours. */
function toMinutes(text: string, locale?: string) {
  const shift = read(text, locale);
  return shift && shift.by.days * DAY + shift.by.minutes;
}

test.each([
  ["30 min later", 30],
  ["half an hour earlier", -30],
  ["an hour and a half later", 90],
  ["1h30 later", 90],
  ["30m later", 30],
  ["two hours sooner", -120],
  ["15 minutes early", -15],
  ["24 hours later", 1440],
  ["1 hour 30.5 minutes later", 91],
  ["1.5 days later", 1.5 * DAY],
  ["a day later", DAY],
  ["1 day 2 hours earlier", -DAY - 120],
  ["a week later", 7 * DAY],
  ["0 minutes later", 0],
  ["move it 30 minutes later", 30],
  ["make it 30 min earlier", -30],
  ["start 15 minutes later", 15],
  ["start the call 15 minutes later than planned", 15],
  ["do the meeting half an hour later instead", 30],
  ["postpone it by 30 minutes", 30],
  ["postpone the meeting for 30 minutes", 30],
  ["delay the start by an hour", 60],
  ["push the meeting back an hour", 60],
  ["push it another 10 min", 10],
  ["push it out by a week", 7 * DAY],
  ["push it 30 min earlier", -30],
  ["put the meeting back 30 minutes", 30],
  ["bring it forward an hour", -60],
  ["bring the meeting forward by 2 hours", -120],
  ["décale la réunion de 30 minutes", 30],
  ["décale-la d'une heure", 60],
  ["décaler de 2 heures", 120],
  ["décale la réunion de 30 minutes plus tôt", -30],
  ["repousse la réunion d’une demi-heure", 30],
  ["reporte d’une semaine", 7 * DAY],
  ["avance la réunion d’une heure", -60],
  ["on commence 15 minutes plus tard", 15],
  ["déplace-la une heure plus tôt", -60],
  ["перенеси на полчаса позже", 30],
  ["перенеси встречу на час раньше", -60],
  ["позже на 15 минут", 15],
  ["отложи на полчаса", 30],
  ["отложи собрание на неделю", 7 * DAY],
  ["сдвинь встречу на 15 минут", 15],
  ["начнём на 10 минут раньше", -10],
  ["会議を30分後ろにずらして", 30],
  ["会議を1時間遅らせてください", 60],
  ["30分後にずらして", 30],
  ["２時間延期", 120],
  ["30分早く始めたい", -30],
  ["打ち合わせを30分前倒しして", -30],
  ["会議を15分繰り上げてください", -15],
  ["会议推迟半小时", 30],
  ["把会议推迟2小时", 120],
  ["会议往后推一个小时", 60],
  ["晚30分钟开始", 30],
  ["提前半小时", -30],
  ["会议早15分钟开始吧", -15],
])("reads %j as %i minutes, and nothing else", (text, minutes) => {
  expect(toMinutes(text)).toBe(minutes);
  expect(read(text)).toMatchObject({ rest: [], isClear: true });
});

test("German is read for people whose Teams is in German", () => {
  expect(toMinutes("verschiebe das Meeting um 30 Minuten nach hinten", "de-DE")).toBe(30);
  expect(toMinutes("eine Stunde früher", "de-DE")).toBe(-60);
});

test("months are those of the calendar", () => {
  expect(read("2 months earlier")?.by.toString()).toBe("-P2M");
});

test.each([
  ["+30 min", 30],
  ["-1h", -60],
  ["−15 min", -15],
])("reads the sign in %j, which isn't clear on its own", (text, minutes) => {
  expect(toMinutes(text)).toBe(minutes);
  expect(read(text)?.isClear).toBe(false);
});

test.each([
  ["push #design back an hour", "#design", true],
  ["push the #design meeting back an hour", "#design", true],
  ["postpone Retro by 30 minutes", "Retro", false],
  ["the retro 30 min later", "the retro", false],
  ["30 min later with Bo", "with Bo", false],
])("leaves the other words of %j", (text, rest, isClear) => {
  const shift = read(text);
  expect(toText(shift?.rest ?? [])).toContain(rest);
  expect(shift?.isClear).toBe(isClear);
});

test.each([
  // No length, or two.
  "later",
  "move it later",
  "a bit later",
  "30 min later or 30 min earlier",
  // More than a length that could be read.
  "1 or 2 hours later",
  "30 to 45 minutes later",
  "1 1/2 hours later",
  "half a day later",
  "2 ou 3 heures plus tard",
  "1/2 heure plus tôt",
  "на два или три часа позже",
  "推迟两三个小时",
  "推迟一天半",
  "二三日延期して",
  "2,3日延期して",
  // It isn't clear which way.
  "by 1 hour",
  "up an hour",
  "forward an hour",
  "push it forward an hour",
  "back an hour",
  "+30 min earlier",
  "перенеси на полчаса",
  "会議を30分ずらして",
  // A length, a wait or a time of day.
  "to 30 minutes",
  "for 2 hours",
  "make it 30 minutes",
  "in 30 minutes",
  "30分後に会議",
  "半小时后开会",
  "reporte à 15 h",
  "reporte pour 15 heures",
  "reporte à partir de 15 h",
  "reporte à demain 15 h",
  "plus tôt, 15 h",
  "postpone to 4pm",
  "postpone to tomorrow",
  "1.5 months later",
  "отложи на 3 часа",
  "postpone 2h",
  // Names.
  "push back review 30 min",
  "the 30 minute delay",
  "rename to “30 min later”",
])("doesn't read %j", (text) => {
  expect(read(text)).toBeUndefined();
});

test("days keep the time of day when the clocks change, and hours don't", () => {
  const beforeChange = "2027-03-27T14:00:00.000Z";
  const move = (text: string) => {
    const shift = read(text);
    return shift && shiftStart(beforeChange, shift.by, "Europe/Berlin");
  };
  expect(move("a day later")).toBe("2027-03-28T13:00:00.000Z");
  expect(move("24 hours later")).toBe("2027-03-28T14:00:00.000Z");
  expect(move("a month earlier")).toBe("2027-02-27T14:00:00.000Z");
});

test("the longest length has a time", () => {
  const shift = read("9999 months later");
  expect(shift && shiftStart("2026-11-20T14:00:00.000Z", shift.by, "UTC")).toBe(
    "2860-02-20T14:00:00.000Z",
  );
});
