import type { Temporal } from "@js-temporal/polyfill";
import { CONSUMED } from "../masked-text";
import { LETTER, WORD_END, WORD_START } from "../word-edges";
import { readDate, toComing } from "./find-numeric-dates";
import { MONTH, readMonth } from "./calendar-words";
import { HAN_NUMBER, NUMBER_WORD, ORDINAL_WORD, readNumber } from "./number-word";
import type { Certainty, Match } from "./match";

type Today = Temporal.PlainDate;

const FIRST = "1er|premier";
const DAY = `(\\d{1,2}|${FIRST}|${ORDINAL_WORD})`;
const ORDINAL = "(?:st|nd|rd|th|er|-?го|-?е)?";
const HAN_DAY = `(\\d{1,2}|${HAN_NUMBER}) ?[日号號](?:の(?![ぁ-ゖ]))?`;

/** Each with the month that is meant, counted from this one. */
const MONTHS: readonly (readonly [source: string, months: number])[] = [
  ["next month", 1],
  ["this month", 0],
  ["(?:du |le )?mois prochain", 1],
  ["de ce mois(?:-ci)?|ce mois(?:-ci)?|du mois courant", 0],
  ["(?:следующего|будущего) месяца|в (?:следующем|будущем) месяце", 1],
  ["(?:этого|текущего) месяца|в (?:этом|текущем) месяце", 0],
];
const HAN_MONTHS: readonly (readonly [source: string, months: number])[] = [
  ["再来月の?|下下个?月|下下個月", 2],
  ["来月の?|下个?月|下個月", 1],
  ["今月の?|这个?月|這個月|本月の?", 0],
];

const PATTERNS = [
  ...MONTHS.flatMap(([month, months]) => [
    [
      new RegExp(
        `${WORD_START}(?:on (?:the )?|the |le )?${DAY}${ORDINAL}(?: числа)?,? (?:of )?(?:${month})${WORD_END}`,
        "gu",
      ),
      months,
    ] as const,
    [
      new RegExp(
        `${WORD_START}(?:${month}),? (?:on the |the |le )?${DAY}(?:st|nd|rd|th|er|-?го| числа)${WORD_END}`,
        "gu",
      ),
      months,
    ] as const,
  ]),
  ...HAN_MONTHS.map(
    ([month, months]) => [new RegExp(`(?:${month})${HAN_DAY}`, "gu"), months] as const,
  ),
];

/** `the 3rd of next month`, `来月3日`. */
export function findDaysOfNearMonth(plain: string, today: Today): Match[] {
  return PATTERNS.flatMap(([pattern, months]) =>
    Array.from(plain.matchAll(pattern), (result): Match => {
      const { year, month } = today.with({ day: 1 }).add({ months });
      return toMatch(result, "likely", readDate(year, month, readDay(result[1])));
    }),
  );
}

const ON = `${WORD_START}(?:(?:on(?: the)?|the|le|в|во|for|pour|на) )?`;
/** Four figures that are no 15:30, two behind an apostrophe, or two at the end that can be no hour: `24 Nov 26 at 3pm`. */
const YEAR =
  String.raw`(?:(?:,? ?|-)((?:19|20|21)\d\d)(?![\d:])|,? '(\d\d)(?!\d)|,? (2[5-9]|3\d)(?=,? ?(?:$|${CONSUMED})))` +
  String.raw`?(?: ?(?:года|г\.?)(?!\p{L}))?`;
/** `le trois décembre`, `третьего декабря`. */
const SPELLED_DAY = `(\\d{1,2}|premier|${ORDINAL_WORD}|(?<=(?<!\\p{L})le )(?:${NUMBER_WORD}))`;
const NUMBERED_MONTH = new RegExp(
  `(${ON})(?:${SPELLED_DAY}${ORDINAL}(?: |-| of | de )(${MONTH})` +
    `|(${MONTH})\\.? (?:the )?(\\d{1,2}|(?:${ORDINAL_WORD})(?=,? ?(?:$|${CONSUMED})))(?:st|nd|rd|th)?)(?![${LETTER}0-9]|:\\d)\\.?${YEAR}`,
  "gu",
);
const HAN_DATE = new RegExp(
  `()(?:(\\d{4})年 ?)?(?<![\\d十])(\\d{1,2}|${HAN_NUMBER}) ?月 ?(\\d{1,2}|${HAN_NUMBER}) ?[日号號]`,
  "gu",
);
/** `42 may` and `sprint 42 mars`: nobody means a day by it. */
const LAST_SLIP = 39;

/** Days with their month's name, and such as no calendar has: `20 March`, `31 April`. */
export function findNumberedDays(plain: string, today: Today): Match[] {
  return Array.from(plain.matchAll(NUMBERED_MONTH)).flatMap((result) => {
    const [, , day, monthBehind, month, dayBehind, year, ...shortYear] = result;
    const short = shortYear.find((group) => group !== undefined);
    return toDate(result, today, {
      month: readMonth(monthBehind ?? month ?? ""),
      day: day ?? dayBehind ?? "",
      ...(year && { year: Number(year) }),
      ...(short && { year: 2000 + Number(short) }),
    });
  });
}

/** What chrono did not see: no calendar has `2月30日`. */
export function findHanDates(plain: string, today: Today): Match[] {
  return Array.from(plain.matchAll(HAN_DATE)).flatMap((result) => {
    const [, , year, month = "", day = ""] = result;
    return toDate(result, today, {
      month: readNumber(month),
      day,
      ...(year && { year: Number(year) }),
    });
  });
}

function toDate(
  result: RegExpExecArray,
  today: Today,
  { month, day: typedDay, year }: { month: number; day: string; year?: number },
): Match[] {
  const day = readDay(typedDay);
  if (day < 1 || day > LAST_SLIP) return [];
  const date = year ? readDate(year, month, day) : toComing(today, month, day);
  return [toMatch(result, "likely", date, result[1]?.length)];
}

const TO = "(?: ?[-~/&] ?| (?:to|and|or|au|à|et|ou|по|и|или) )";
const RANGE = new RegExp(
  `${WORD_START}\\d{1,2}${ORDINAL}${TO}\\d{1,2}${ORDINAL}(?: |-| of | de )(?:${MONTH})${WORD_END}` +
    `|${WORD_START}(?:${MONTH})\\.? \\d{1,2}${ORDINAL}${TO}\\d{1,2}${ORDINAL}(?!:\\d)${WORD_END}` +
    `|\\d{1,2}月 ?\\d{1,2} ?[日号號]? ?[-~到至から]+ ?(?:\\d{1,2}月)?\\d{1,2} ?[日号號](?!\\d)`,
  "gu",
);

/** `24-25 November`, which is no day to begin on. */
export function findDateRanges(plain: string): Match[] {
  return Array.from(plain.matchAll(RANGE), (result) => ({
    start: result.index,
    end: result.index + result[0].length,
    certainty: "likely",
    value: { kind: "vague-day" },
  }));
}

/** `8:30 from the 5th floor` */
const NO_NOUN = `(?=[ ,.]*(?:$|${CONSUMED}|at |@|(?:with|in|for|on|from|to) ))`;
const DAY_OF_MONTH = new RegExp(
  `${WORD_START}(?:on (?:the )?(\\d{1,2})(?:st|nd|rd|th)|(?:the )?(\\d{1,2})(?:st|nd|rd|th)${NO_NOUN}|le (\\d{1,2}|${NUMBER_WORD})(?:er)?|(\\d{1,2})(?:-го|-е| числа)|(${ORDINAL_WORD})(?: числа)?)${WORD_END}` +
    "|(?<!\\d)(\\d{1,2})[日号號](?!間|间)(?:の)?",
  "gu",
);

/** `On the 20th`, `20日 レビュー`; `the 3rd floor` and `3号楼` are names. */
const SET_APART = /^on |[日号號](?:の|[ ,、，]$)/u;

function toPart(match: Match, date: Today): Match {
  return { ...match, value: { kind: "day", day: { date } } };
}

/** `the 20th`, `le 20`, `20日`: of this month or, when that is past, of the next that has such a day. */
export function findDaysOfMonth(plain: string, today: Today): Match[] {
  return Array.from(plain.matchAll(DAY_OF_MONTH)).flatMap((result): Match[] => {
    const day = readDay(result.slice(1).find((group) => group !== undefined));
    for (let months = day < today.day ? 1 : 0; months < 4; months++) {
      const { year, month } = today.with({ day: 1 }).add({ months });
      const date = readDate(year, month, day);
      if (!date) continue;
      const match = toMatch(result, "doubtful", date);
      return SET_APART.test(result[0] + plain.charAt(match.end)) ? [match] : [toPart(match, date)];
    }
    return [];
  });
}

function readDay(typed = ""): number {
  return new RegExp(`^(?:${FIRST})$`, "u").test(typed) ? 1 : readNumber(typed);
}

/** Without its preposition when there is no such day, which is asked about as it was typed. */
function toMatch(
  result: RegExpExecArray,
  certainty: Certainty,
  date: Today | undefined,
  prepositionLength = 0,
): Match {
  const end = result.index + result[0].length;
  if (!date) {
    const start = result.index + prepositionLength;
    return { start, end, certainty, value: { kind: "no-such-day" } };
  }
  const value = { kind: "day", day: { date, isWritten: true } } as const;
  return { start: result.index, end, certainty, value };
}
