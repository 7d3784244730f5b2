import { anyOf } from "../word-edges";
import { DAY_PART_AFTER } from "./calendar-words";
import { CLOCK_END, form, toTime, type ClockForm, type ClockTime } from "./clock-time";
import { HOUR_WORD, NUMBER_WORD, readNumber } from "./number-word";

const END = `(?: (?<part>${DAY_PART_AFTER}))?${CLOCK_END}`;
const HOUR = `(?<hour>\\d{1,2}|${HOUR_WORD})`;
const MINUTES_ENGLISH =
  "(?<minute>(?:five|ten|twenty(?:[- ]five)?)(?= )|\\d{1,2}(?= minutes?))(?: minutes?)?";

/** Russian counts halves and quarters of the next hour: половина третьего is 2:30. */
const NEXT_HOURS = [
  "первого|второго|третьего|четвёртого|пятого|шестого",
  "седьмого|восьмого|девятого|десятого|одиннадцатого|двенадцатого",
].flatMap((words) => words.split("|"));
const NEXT_HOUR = `(?<next>${NEXT_HOURS.join("|")}|четвертого)`;
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
  form(`half past ${HOUR}${END}`, (groups) => toTime({ ...groups, minute: "30" })),
  form(`(?:a )?quarter past ${HOUR}${END}`, (groups) => toTime({ ...groups, minute: "15" })),
  form(`${MINUTES_ENGLISH} past ${HOUR}${END}`),
  form(`(?:a )?quarter to ${HOUR}${END}`, ({ hour, part }) => before(hour, 15, part)),
  // Not `from ten to four`, which is two times.
  form(`(?<=(?<!\\p{L})at |^)${MINUTES_ENGLISH} to ${HOUR}${END}`, ({ minute = "", hour, part }) =>
    before(hour, readNumber(minute), part),
  ),
  form(
    `(?<word>midi|minuit) (?:(?<half>et demie?|trente)|(?:et )?(?<quarter>quart|quinze)|moins (?:le )?quart)${CLOCK_END}`,
    ({ word, half, quarter }) => {
      const hour = word === "midi" ? 12 : 24;
      if (!half && !quarter) return { hour: hour - 1, minute: 45, isExact: true };
      return { hour, minute: half ? 30 : 15, isExact: true };
    },
  ),
  form(
    `${HOUR} ?h(?:eures?)? (?:(?<half>et demie?)|et quart|moins (?:le )?(?<missing>quart|dix|vingt|cinq))${END}`,
    ({ hour, half, missing, part }) => {
      if (!missing) return toTime({ hour, minute: half ? "30" : "15", part });
      return before(hour, missing === "quart" ? 15 : readNumber(missing), part);
    },
  ),
  // Not `à deux heures de Paris`, which is a distance.
  form(
    `(?<hour>${HOUR_WORD}) heures?(?: (?<minute>${NUMBER_WORD}|\\d\\d)(?: min(?:utes)?)?)?(?! de (?!l'apr))${END}`,
  ),
  form(
    `(?<hour>${HOUR_WORD}) (?:часов|часа|час)(?: (?<minute>${NUMBER_WORD}|\\d{1,2})(?: мин(?:уты|ута|ут)?\\.?)?)?${END}`,
  ),
  form(`(?:половин[аеу] |пол(?:овин[аеу])?)${NEXT_HOUR}${END}`, ({ next, part }) =>
    before(readNextHour(next), 30, part),
  ),
  form(`четверть ${NEXT_HOUR}${END}`, ({ next, part }) => before(readNextHour(next), 45, part)),
  form(
    `без (?<missing>${anyOf(MISSING.keys())})(?: минут)? (?:${HOUR}|час)${END}`,
    ({ missing = "", hour = "1", part }) => before(hour, MISSING.get(missing) ?? 0, part),
  ),
];

/** `at three thirty`, `в пятнадцать тридцать`: only after a preposition; elsewhere it's two numbers. */
export const SPELLED_PAIR = form(
  `(?<hour>${HOUR_WORD})(?: o'clock)? (?<minute>${NUMBER_WORD}|ноль ноль)${END}`,
  ({ minute, ...groups }) => toTime({ ...groups, minute: minute === "ноль ноль" ? "0" : minute }),
);

/** `at three`: an hour only after a preposition. */
export const SPELLED_HOUR = form(`(?<hour>${HOUR_WORD}|час)(?: o'clock)?${END}`, ({ hour, part }) =>
  toTime({ hour: hour === "час" ? "1" : hour, part }),
);

/** `quarter to one` is 12:45. */
function before(hour = "", missing: number, part?: string): ClockTime | undefined {
  const next = readNumber(hour);
  const last = next === 1 ? 12 : next - 1;
  return last < 0 ? undefined : toTime({ hour: String(last), minute: String(60 - missing), part });
}

function readNextHour(typed = ""): string {
  return String(NEXT_HOURS.indexOf(typed.replace("четвертого", "четвёртого")) + 1);
}
