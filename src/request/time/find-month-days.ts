import type { Temporal } from "@js-temporal/polyfill";
import { CONSUMED, spanOf } from "../masked-text";
import { LETTER, WORD_END, WORD_START } from "../word-edges";
import { readDate, toDate, toDateMatch, toVagueMatch } from "./calendar-date";
import { MONTH, readMonth } from "./calendar-words";
import { HAN_NUMBER, NUMBER_WORD, ORDINAL_WORD, readNumber } from "./number-word";
import type { Match } from "./match";

type Today = Temporal.PlainDate;

const FIRST = "1er|premier";
const DAY = `(\\d{1,2}|${FIRST}|${ORDINAL_WORD})`;
const ORDINAL = "(?:st|nd|rd|th|er|-?го|-?е)?";
const HAN_DAY = `(\\d{1,2}|${HAN_NUMBER}) ?[日号號](?:の(?![ぁ-ゖ]))?`;

/** Each with its distance from this month. */
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
  ...MONTHS.flatMap(([month, months]) =>
    [
      `(?:on (?:the )?|the |le )?${DAY}${ORDINAL}(?: числа)?,? (?:of )?(?:${month})`,
      `(?:${month}),? (?:on the |the |le )?${DAY}(?:st|nd|rd|th|er|-?го| числа)`,
    ].map((source) => ({ source: WORD_START + source + WORD_END, months })),
  ),
  ...HAN_MONTHS.map(([month, months]) => ({ source: `(?:${month})${HAN_DAY}`, months })),
].map(({ source, months }) => ({ pattern: new RegExp(source, "gu"), months }));

/** `the 3rd of next month`, `来月3日`. */
export function findDaysOfNearMonth(plain: string, today: Today): Match[] {
  return PATTERNS.flatMap(({ pattern, months }) =>
    Array.from(plain.matchAll(pattern), (result): Match => {
      const { year, month } = today.with({ day: 1 }).add({ months });
      return toDateMatch(result, "likely", readDate(year, month, readDay(result[1])));
    }),
  );
}

const ON = `${WORD_START}(?:(?:on(?: the)?|the|le|в|во|for|pour|на) )?`;
/** Four digits that aren't a time, two after an apostrophe, or two at the end that can't be an hour. */
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
/** A larger number isn't a mistyped day: `42 may`, `sprint 42 mars`. */
const MAX_MISTYPED_DAY = 39;

/** Days with the name of a month, including impossible ones: `20 March`, `31 April`. */
export function findNumberedDays(plain: string, today: Today): Match[] {
  return Array.from(plain.matchAll(NUMBERED_MONTH)).flatMap((result) => {
    const [, , dayBefore, monthAfter, month, dayAfter, year, ...shortYears] = result;
    const shortYear = shortYears.find((group) => group !== undefined);
    const wholeYear = year ?? (shortYear && `20${shortYear}`);
    const monthNumber = readMonth(monthAfter ?? month ?? "");
    return findDate(result, today, dayBefore ?? dayAfter, monthNumber, wholeYear);
  });
}

/** Dates that chrono ignores, such as the impossible `2月30日`. */
export function findHanDates(plain: string, today: Today): Match[] {
  return Array.from(plain.matchAll(HAN_DATE)).flatMap((result) => {
    const [, , year, month = "", day] = result;
    return findDate(result, today, day, readNumber(month), year);
  });
}

function findDate(
  result: RegExpExecArray,
  today: Today,
  typedDay: string | undefined,
  month: number,
  year?: string,
): Match[] {
  const day = readDay(typedDay);
  if (day < 1 || day > MAX_MISTYPED_DAY) return [];
  const date = toDate(today, month, day, year ? Number(year) : undefined);
  return [toDateMatch(result, "likely", date, result[1])];
}

const TO = "(?: ?[-~/&] ?| (?:to|and|or|au|à|et|ou|по|и|или) )";
const RANGE = new RegExp(
  `${WORD_START}\\d{1,2}${ORDINAL}${TO}\\d{1,2}${ORDINAL}(?: |-| of | de )(?:${MONTH})${WORD_END}` +
    `|${WORD_START}(?:${MONTH})\\.? \\d{1,2}${ORDINAL}${TO}\\d{1,2}${ORDINAL}(?!:\\d)${WORD_END}` +
    `|\\d{1,2}月 ?\\d{1,2} ?[日号號]? ?[-~到至から]+ ?(?:\\d{1,2}月)?\\d{1,2} ?[日号號](?!\\d)`,
  "gu",
);

/** `24-25 November`, which isn't one day. */
export function findDateRanges(plain: string): Match[] {
  return Array.from(plain.matchAll(RANGE), (result) => toVagueMatch(result, "likely"));
}

/** Not `8:30 from the 5th floor`. */
const NO_NOUN = `(?=[ ,.]*(?:$|${CONSUMED}|at |@|(?:with|in|for|on|from|to) ))`;
const DAY_OF_MONTH = new RegExp(
  `${WORD_START}(?:on (?:the )?(\\d{1,2})(?:st|nd|rd|th)|(?:the )?(\\d{1,2})(?:st|nd|rd|th)${NO_NOUN}|le (\\d{1,2}|${NUMBER_WORD})(?:er)?|(\\d{1,2})(?:-го|-е| числа)|(${ORDINAL_WORD})(?: числа)?)${WORD_END}` +
    "|(?<!\\d)(\\d{1,2})[日号號](?!間|间)(?:の)?",
  "gu",
);

/** `On the 20th` and `20日 レビュー`, but not `the 3rd floor` and `3号楼`. */
const SET_APART = /^on |[日号號](?:の|[ ,、，]$)/u;

/** `the 20th`, `le 20`, `20日`: in this month or, if that day has passed, in the next month that has it. */
export function findDaysOfMonth(plain: string, today: Today): Match[] {
  return Array.from(plain.matchAll(DAY_OF_MONTH)).flatMap((result): Match[] => {
    const number = readDay(result.slice(1).find((group) => group !== undefined));
    for (let months = number < today.day ? 1 : 0; months < 4; months++) {
      const { year, month } = today.with({ day: 1 }).add({ months });
      const date = readDate(year, month, number);
      if (!date) continue;
      const span = spanOf(result);
      const isWritten = SET_APART.test(result[0] + plain.charAt(span.end));
      const value = { kind: "day", day: { date, isWritten } } as const;
      return [{ ...span, certainty: "doubtful", value }];
    }
    return [];
  });
}

function readDay(typed = ""): number {
  return new RegExp(`^(?:${FIRST})$`, "u").test(typed) ? 1 : readNumber(typed);
}
