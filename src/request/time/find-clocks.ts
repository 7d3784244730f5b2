import { DAY_PART_AFTER, HAN_DAY_PART } from "./calendar-words";
import { CLOCK_END, form, toTime, type ClockForm } from "./clock-form";
import type { ClockTime } from "./clock-time";
import type { Span } from "../masked-text";
import { LETTER } from "../word-edges";
import { MONTH } from "./calendar-words";
import { HAN_NUMBER, HOUR_WORD } from "./number-word";
import { SPELLED_FORMS, SPELLED_HOUR, SPELLED_PAIR, SPELLED_START } from "./spelled-clocks";

export interface FoundClock extends Span {
  clock: ClockTime;
  /**
   * `3`, `15.30` or `三点`, which may be three points: a time only if what stands around says so.
   */
  isBare: boolean;
  /** `noon`. */
  isWord: boolean;
}

/** Where a time may begin; the dash is that of a span, whose second half is read on its own. */
const START = String.raw`(?<![第${LETTER}0-9_.,:/#$€£+°'\\-]|[${LETTER}0-9]@)`;
const END = CLOCK_END;
const MERIDIEM = String.raw`([ap])(?:\.? ?m\b\.?)`;
const PART_AFTER = `(?: (${DAY_PART_AFTER}))?`;

function withMeridiem(
  hour: string,
  minute: string | undefined,
  meridiem: string,
): ClockTime | undefined {
  const time = toTime(hour, minute);
  if (!time || time.hour > 12) return time;
  return {
    ...time,
    isExact: false,
    part: meridiem.toLowerCase() === "a" ? "morning" : "afternoon",
  };
}

const HAN_HOUR = `(\\d{1,2}|${HAN_NUMBER})`;
const HAN_MINUTE = `(?:(半)|(一刻|三刻)|(?: ?(?:(\\d{1,2}|${HAN_NUMBER}) ?分|(\\d{2}|[二三四五]?十[一二三四五六七八九]?))(?![钟鐘間个個点點時时])))?`;

const FORMS: readonly ClockForm[] = [
  form(
    `(\\d{1,2})(?:[:.]?(\\d{2}))? ?${MERIDIEM}(?![${LETTER}0-9])`,
    ([hour = "", minute, m = ""]) => withMeridiem(hour, minute, m),
  ),
  form(`(\\d{1,2}):(\\d{2})(?::00)?${PART_AFTER}${END}`, ([hour = "", minute, part]) =>
    toTime(hour, minute, part),
  ),
  form(`(\\d{1,2})\\.(\\d{2})(?: (${DAY_PART_AFTER}))${END}`, ([hour = "", minute, part]) =>
    toTime(hour, minute, part),
  ),
  form(
    `(?!24|[1-6] ?h(?:eures?)? de (?!l'apr))(\\d{1,2}) ?h(?:eures?)?(?: ?(\\d{2}))?(?: ?min(?:utes)?)?${PART_AFTER}${END}`,
    ([hour = "", minute, part]) => toTime(hour, minute, part),
  ),
  form(
    `(\\d{1,2}) ?(?:часов|часа|час|ч\\.?)(?: (\\d{1,2}) ?мин(?:уты|ута|ут)?\\.?)?${PART_AFTER}${END}`,
    ([hour = "", minute, part]) => toTime(hour, minute, part),
  ),
  form(
    `(?<=(?<![${LETTER}])(?:at|à|de|в|с|до|[-~]) ?)(\\d{1,2})\\.(\\d{2})${END}`,
    ([hour = "", minute]) => toTime(hour, minute),
  ),
  // Russian `в 10-30`; `в 10-11` are two hours.
  form(`(?<=(?<!\\p{L})в )(\\d{1,2})-(2[5-9]|[345]\\d)${END}`, ([hour = "", minute]) =>
    toTime(hour, minute),
  ),
  form(`(\\d{1,2}) (${DAY_PART_AFTER})${END}`, ([hour = "", part]) => toTime(hour, "0", part)),
  form(`(\\d{1,2}) ?o'clock${PART_AFTER}${END}`, ([hour = "", part]) => toTime(hour, "0", part)),
  form(
    `(?:(${HAN_DAY_PART})の? ?)?${HAN_HOUR} ?(?:時|时|点|點)(?:[钟鐘整]|${HAN_MINUTE})(?!間|间)`,
    ([part, hour = "", half, quarter, minute, bareMinute]) => {
      const minutes = half
        ? "30"
        : quarter
          ? quarter.startsWith("三")
            ? "45"
            : "15"
          : (minute ?? bareMinute);
      return toTime(hour, minutes, part);
    },
  ),
  form(`(${HAN_DAY_PART}) ?(\\d{1,2}):(\\d{2})${END}`, ([part, hour = "", minute]) =>
    toTime(hour, minute, part),
  ),
  form(`(?:noon|midday|(?:ce )?midi|полдень|полдня|正午|中午)${END}`, () => ({
    hour: 12,
    minute: 0,
    isExact: true,
  })),
  form(`(?:midnight|minuit|полночь|полуночи|午夜)${END}`, () => ({
    hour: 24,
    minute: 0,
    isExact: true,
  })),
];

const BARE = form(
  `(\\d{1,2})(?! ?月| (?:min|hour|day|week|month|year|people|percent|jours|ans|personnes|минут|час|дн|лет|человек)| ?(?:st|nd|rd|th|-?го)?(?:-| | of | de )(?:${MONTH})(?![${LETTER}]))${END}`,
  ([hour = ""]) => toTime(hour),
);

/** `tomorrow 9.30`: right behind a day alone, for it may be any number. */
const DOTTED = form(`(\\d{1,2})\\.([0-5]\\d)${END}`, ([hour = "", minute]) => toTime(hour, minute));

const ALL = [...SPELLED_FORMS, ...FORMS, SPELLED_PAIR, SPELLED_HOUR, DOTTED, BARE];

/** `三点`, three points; `15.30`, a version. */
const DOUBTFUL = new RegExp(`^(?:${HAN_NUMBER} ?[点點时時]|\\d+\\.\\d+)$`, "u");

const CANDIDATE = new RegExp(
  `(?:(?<![今明昨翌])(?:${HAN_DAY_PART}) ?(?=\\d|${HAN_NUMBER})` +
    `|${START}(?:\\d|noon|midday|(?:ce )?midi|minuit|midnight|пол|${SPELLED_START}|(?<=(?:at|à|в|во) )(?:${HOUR_WORD}|час))|正午|中午|午夜|(?<![零〇一二两兩三四五六七八九十第])${HAN_NUMBER}(?= ?[点點時时]))`,
  "gu",
);

export function readClockAt(plain: string, start: number): FoundClock | undefined {
  for (const one of ALL) {
    one.pattern.lastIndex = start;
    const result = one.pattern.exec(plain);
    const clock = result && one.toClock(result.slice(1));
    if (!clock) continue;
    const isBare = one === BARE || one === SPELLED_HOUR || DOUBTFUL.test(result[0]);
    const isWord = /^(?:ce )?\p{L}+$/u.test(result[0]) && !isBare;
    return { start, end: one.pattern.lastIndex, clock, isBare, isWord };
  }
  return undefined;
}

/** Every time of the clock, and every number that could be an hour. */
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
