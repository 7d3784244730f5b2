import { anyOf } from "../word-edges";
import { CLOCK_END, form, toTime, type ClockForm } from "./clock-form";
import type { ClockTime } from "./clock-time";
import { DAY_PART_AFTER } from "./calendar-words";
import { HOUR_WORD, NUMBER_WORD, readNumber } from "./number-word";

const PART_AFTER = `(?: (${DAY_PART_AFTER}))?`;
const END = PART_AFTER + CLOCK_END;
const HOUR = `(\\d{1,2}|${HOUR_WORD})`;
const MINUTES_ENGLISH =
  "((?:five|ten|twenty(?:[- ]five)?)(?= )|\\d{1,2}(?= minutes?))(?: minutes?)?";

/** Russian counts halves and quarters of the next hour: половина третьего is 2:30. */
const NEXT_HOURS = [
  "первого|второго|третьего|четвёртого|пятого|шестого",
  "седьмого|восьмого|девятого|десятого|одиннадцатого|двенадцатого",
].flatMap((words) => words.split("|"));
const NEXT_HOUR = `(${NEXT_HOURS.join("|")}|четвертого)`;
const MISSING: ReadonlyMap<string, number> = new Map([
  ["пяти", 5],
  ["десяти", 10],
  ["четверти", 15],
  ["пятнадцати", 15],
  ["двадцати", 20],
  ["двадцати пяти", 25],
]);

/** What a spelled time can start with; the forms are tried only there. */
export const SPELLED_START = [
  "half past",
  "(?:a )?quarter (?:past|to)",
  "(?:five|ten|twenty(?:[- ]five)?)(?: minutes?)? (?:past|to) |\\d{1,2} minutes? (?:past|to) ",
  `(?:${HOUR_WORD}) (?:heures?|часов|часа|час)`,
  "(?:midi|minuit) (?:et|trente|quinze|moins)",
  "\\d{1,2} ?h(?:eures?)? (?:et|moins)",
  "половин|пол[а-я]+(?=ого|его)|четверть |без ",
].join("|");

export const SPELLED_FORMS: readonly ClockForm[] = [
  form(`half past ${HOUR}${END}`, ([hour = "", part]) => toTime(figures(hour), "30", part)),
  form(`(?:a )?quarter past ${HOUR}${END}`, ([hour = "", part]) =>
    toTime(figures(hour), "15", part),
  ),
  form(`${MINUTES_ENGLISH} past ${HOUR}${END}`, ([minutes = "", hour = "", part]) =>
    toTime(figures(hour), figures(minutes.replace(" ", "-")), part),
  ),
  form(`(?:a )?quarter to ${HOUR}${END}`, ([hour = "", part]) => before(hour, 15, part)),
  // Not `from ten to four`, which is two times.
  form(
    `(?<=(?<!\\p{L})at |^)${MINUTES_ENGLISH} to ${HOUR}${END}`,
    ([minutes = "", hour = "", part]) =>
      before(hour, Number(figures(minutes.replace(" ", "-"))), part),
  ),
  form(
    `(midi|minuit) (?:(et demie?|trente)|(?:et )?(quart|quinze)|moins (?:le )?quart)${CLOCK_END}`,
    ([word, half, quarter]) => {
      const hour = word === "midi" ? 12 : 24;
      if (!half && !quarter) return { hour: hour - 1, minute: 45, isExact: true };
      return { hour, minute: half ? 30 : 15, isExact: true };
    },
  ),
  form(
    `(\\d{1,2}|${HOUR_WORD}) ?h(?:eures?)? (?:(et demie?)|(et quart)|moins (?:le )?(quart|dix|vingt|cinq))${END}`,
    ([hour = "", half, quarter, missing, part]) => {
      if (missing) return before(hour, missing === "quart" ? 15 : readNumber(missing), part);
      return half || quarter ? toTime(figures(hour), half ? "30" : "15", part) : undefined;
    },
  ),
  // Not `à deux heures de Paris`, which is a distance.
  form(
    `(${HOUR_WORD}) heures?(?: (${NUMBER_WORD}|\\d\\d)(?: min(?:utes)?)?)?(?! de (?!l'apr))${END}`,
    ([hour = "", minute, part]) => toTime(figures(hour), minute, part),
  ),
  form(
    `(${HOUR_WORD}) (?:часов|часа|час)(?: (${NUMBER_WORD}|\\d{1,2})(?: мин(?:уты|ута|ут)?\\.?)?)?${END}`,
    ([hour = "", minute, part]) => toTime(figures(hour), minute, part),
  ),
  form(`(?:половин[аеу] |пол(?:овин[аеу])?)${NEXT_HOUR}${END}`, ([hour = "", part]) =>
    before(readNextHour(hour), 30, part),
  ),
  form(`четверть ${NEXT_HOUR}${END}`, ([hour = "", part]) => before(readNextHour(hour), 45, part)),
  form(
    `без (${anyOf(MISSING.keys())})(?: минут)? (?:${HOUR}|час)${END}`,
    ([missing = "", hour = "1", part]) => before(hour, MISSING.get(missing) ?? 0, part),
  ),
];

/** `at three thirty`, `в пятнадцать тридцать`: only after a preposition; elsewhere it's two numbers. */
export const SPELLED_PAIR = form(
  `(${HOUR_WORD})(?: o'clock)? (${NUMBER_WORD}|ноль ноль)${END}`,
  ([hour = "", minute = "", part]) =>
    toTime(figures(hour), minute === "ноль ноль" ? "0" : figures(minute), part),
);

/** `at three`: an hour only after a preposition. */
export const SPELLED_HOUR = form(`(${HOUR_WORD}|час)(?: o'clock)?${END}`, ([hour = "", part]) =>
  toTime(hour === "час" ? "1" : figures(hour), "0", part),
);

/** `three` as `3`; figures stay, because a leading zero matters. */
function figures(typed: string): string {
  return /^\d/.test(typed) ? typed : String(readNumber(typed));
}

/** `quarter to one` is 12:45. */
function before(hour: string, missing: number, part: string | undefined): ClockTime | undefined {
  const next = Number(figures(hour));
  const last = next === 1 ? 12 : next - 1;
  return last < 0 ? undefined : toTime(String(last), String(60 - missing), part);
}

function readNextHour(typed: string): string {
  return String(NEXT_HOURS.indexOf(typed.replace("четвертого", "четвёртого")) + 1);
}
