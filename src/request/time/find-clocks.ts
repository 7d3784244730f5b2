import type { Span } from "../masked-text";
import { LETTER } from "../word-edges";
import { DAY_PART_AFTER, HAN_DAY_PART, MONTH } from "./calendar-words";
import { CLOCK_END as END, form, toTime, type ClockForm, type ClockTime } from "./clock-time";
import { HAN_NUMBER, HOUR_WORD } from "./number-word";
import { SPELLED_FORMS, SPELLED_HOUR, SPELLED_PAIR, SPELLED_START } from "./spelled-clocks";

export interface FoundClock extends Span {
  clock: ClockTime;
  /** A time only in the right context: `3`, `15.30` (a version?), `三点` (three points?). */
  isBare: boolean;
  /** `noon`. */
  isWord: boolean;
}

/** Where a time can start. Not after a dash, because the second half of a span is read separately. */
const START = String.raw`(?<![第${LETTER}0-9_.,:/#$€£+°'\\-]|[${LETTER}0-9]@)`;
const HOUR = "(?<hour>\\d{1,2})";
const MINUTE = "(?<minute>\\d{2})";
const PART = `(?<part>${DAY_PART_AFTER})`;
const HAN_HOUR = `(?<hour>\\d{1,2}|${HAN_NUMBER})`;
const HAN_MINUTE = `(?:(?<half>半)|(?<quarter>一刻|三刻)|(?: ?(?:(?<minute>\\d{1,2}|${HAN_NUMBER}) ?分|(?<bareMinute>\\d{2}|[二三四五]?十[一二三四五六七八九]?))(?![钟鐘间個个點点時时])))?`;

const FORMS: readonly ClockForm[] = [
  form(
    `${HOUR}(?:[:.]?${MINUTE})? ?(?<meridiem>[ap])(?:\\.? ?m\\b\\.?)(?![${LETTER}0-9])`,
    ({ meridiem, ...groups }) => {
      const time = toTime(groups);
      if (!time || time.hour > 12) return time;
      return { ...time, isExact: false, part: meridiem === "a" ? "morning" : "afternoon" };
    },
  ),
  form(`${HOUR}:${MINUTE}(?::00)?(?: ${PART})?${END}`),
  form(`${HOUR}\\.${MINUTE} ${PART}${END}`),
  form(
    `(?!24|[1-6] ?h(?:eures?)? de (?!l'apr))${HOUR} ?h(?:eures?)?(?: ?${MINUTE})?(?: ?min(?:utes)?)?(?: ${PART})?${END}`,
  ),
  form(
    `${HOUR} ?(?:часов|часа|час|ч\\.?)(?: (?<minute>\\d{1,2}) ?мин(?:уты|ута|ут)?\\.?)?(?: ${PART})?${END}`,
  ),
  form(`(?<=(?<![${LETTER}])(?:at|à|de|в|с|до|[-~]) ?)${HOUR}\\.${MINUTE}${END}`),
  // Russian `в 10-30`, but not `в 10-11`, which is two hours.
  form(`(?<=(?<!\\p{L})в )${HOUR}-(?<minute>2[5-9]|[345]\\d)${END}`),
  form(`${HOUR} ${PART}${END}`),
  form(`${HOUR} ?o'clock(?: ${PART})?${END}`),
  form(
    `(?:(?<part>${HAN_DAY_PART})の? ?)?${HAN_HOUR} ?(?:時|时|点|點)(?:[钟鐘整]|${HAN_MINUTE})(?!間|间)`,
    ({ half, quarter, minute, bareMinute, ...groups }) => {
      const fraction = half ? "30" : quarter && (quarter === "三刻" ? "45" : "15");
      return toTime({ ...groups, minute: fraction ?? minute ?? bareMinute });
    },
  ),
  form(`(?<part>${HAN_DAY_PART}) ?${HOUR}:${MINUTE}${END}`),
  form(`(?:noon|midday|(?:ce )?midi|полдень|полдня|正午|中午)${END}`, () => at(12)),
  form(`(?:midnight|minuit|полночь|полуночи|午夜)${END}`, () => at(24)),
];

function at(hour: number): ClockTime {
  return { hour, minute: 0, isExact: true };
}

const BARE = form(
  `${HOUR}(?! ?月| (?:min|hour|day|week|month|year|people|percent|jours|ans|personnes|минут|час|дн|лет|человек)| ?(?:st|nd|rd|th|-?го)?(?:-| | of | de )(?:${MONTH})(?![${LETTER}]))${END}`,
);

/** `tomorrow 9.30`: only right after a day, because it can be any number. */
const DOTTED = form(`${HOUR}\\.(?<minute>[0-5]\\d)${END}`);

const ALL = [...SPELLED_FORMS, ...FORMS, SPELLED_PAIR, SPELLED_HOUR, DOTTED, BARE];

const DOUBTFUL = new RegExp(`^(?:${HAN_NUMBER} ?[点點时時]|\\d+\\.\\d+)$`, "u");

const CANDIDATE = new RegExp(
  `(?:(?<![今明昨翌])(?:${HAN_DAY_PART}) ?(?=\\d|${HAN_NUMBER})` +
    `|${START}(?:\\d|noon|midday|(?:ce )?midi|minuit|midnight|пол|${SPELLED_START}|(?<=(?:at|à|в|во) )(?:${HOUR_WORD}|час))|正午|中午|午夜|(?<![零〇一二两兩三四五六七八九十第])${HAN_NUMBER}(?= ?[点點時时]))`,
  "gu",
);

export function readClockAt(plain: string, start: number): FoundClock | undefined {
  for (const clockForm of ALL) {
    const { pattern, toClock } = clockForm;
    pattern.lastIndex = start;
    const result = pattern.exec(plain);
    const clock = result && toClock(result.groups ?? {});
    if (!clock) continue;
    const isBare = clockForm === BARE || clockForm === SPELLED_HOUR || DOUBTFUL.test(result[0]);
    const isWord = /^(?:ce )?\p{L}+$/u.test(result[0]) && !isBare;
    return { start, end: pattern.lastIndex, clock, isBare, isWord };
  }
  return undefined;
}

/** All clock times, and all numbers that could be hours. */
export function findClocks(plain: string): FoundClock[] {
  const clocks: FoundClock[] = [];
  let position = 0;
  for (const { index } of plain.matchAll(CANDIDATE)) {
    if (index < position) continue;
    const clock = readClockAt(plain, index);
    if (!clock) continue;
    clocks.push(clock);
    position = clock.end;
  }
  return clocks;
}
