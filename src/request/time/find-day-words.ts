import type { Temporal } from "@js-temporal/polyfill";
import { findInOrder, spanOf } from "../masked-text";
import { HIRAGANA, WORD_END, WORD_START } from "../word-edges";
import { toVagueMatch } from "./calendar-date";
import {
  ANY_WEEKDAY,
  DAY_PART_AFTER_DAY,
  DOUBTFUL_WEEKDAY,
  FULL_MONTH,
  HAN_DAY_PART,
  MONTH_STEM,
  readDayPart,
  readWeekday,
  SHORT_WEEKDAY,
  WEEKDAY,
} from "./calendar-words";
import type { Certainty, Day, DayPart, Match } from "./match";
import { readNumber } from "./number-word";

type Today = Temporal.PlainDate;
type Groups = readonly (string | undefined)[];

/** `Monday` alone, `今日の`. */
const NAMING = new RegExp(
  `^(?:(?:${ANY_WEEKDAY}|.曜日?|(?:周|週|星期|礼拜|禮拜).)[の的]?|(?:今日|本日|今天)[の的])$`,
  "u",
);

interface DayForm {
  source: string;
  certainty?: Certainty;
  /** `undefined` if the calendar has no such day. */
  toDay: (today: Today, groups: Groups) => Day | undefined;
}

function inDays(source: string, days: number, part?: DayPart): DayForm {
  return { source, toDay: (today) => ({ date: today.add({ days }), part }) };
}

/** The weekday in a group, in a certain week counted from this one; weeks start on Monday. */
function inWeek(source: string, weeks: number): DayForm {
  return {
    source,
    toDay: (today, groups) => {
      const days = weeks * 7 + weekdayIn(groups) - today.dayOfWeek;
      return { date: today.add({ days }) };
    },
  };
}

/** The next weekday of the first group; it can be today, if the time hasn't passed. */
function onNext(source: string, certainty?: Certainty, isShort?: boolean): DayForm {
  const toDay: DayForm["toDay"] = (today, groups) => ({
    ...upcoming(today, weekdayIn(groups)),
    isShort,
  });
  return { source, certainty, toDay };
}

function upcoming(today: Today, weekday: number): Day & { date: Today } {
  const days = (weekday - today.dayOfWeek + 7) % 7;
  return { date: today.add({ days }), weekday };
}

/** `Monday 23`, if one of the next weeks has it; `Friday 9` may be nine o'clock. */
const toDayOfMonth: DayForm["toDay"] = (today, [weekday = "", number]) => {
  const first = upcoming(today, readWeekday(weekday)).date;
  const dates = Array.from({ length: 9 }, (_, weeks) => first.add({ weeks }));
  const date = dates.find(({ day }) => day === Number(number));
  return date && { date };
};

function weekdayIn(groups: Groups): number {
  return readWeekday(groups.find((group) => group !== undefined) ?? "");
}

const NEXT_WEEK = "next week|la semaine pro(?:chaine)?|на следующей неделе|на след\\. неделе";
const NEXT = "next|следующий|следующую|следующее|след\\.?";
const LAST = "last|прошлый|прошлую|прошлое";
const ON = "(?:on |le |в |во |for |pour |на )?";

const ALPHABETIC: readonly DayForm[] = [
  inDays("(?:the )?day after tomorrow|après[- ]demain|apres[- ]demain|послезавтра", 2),
  inDays("day before yesterday|avant[- ]hier|позавчера", -2),
  inDays("tonight|cette nuit|сегодня ночью|this night", 0, "night"),
  inDays("this evening|ce soir", 0, "evening"),
  inDays("this afternoon|cet après-midi|cet apres-midi|cet aprem", 0, "afternoon"),
  inDays("this morning|ce matin", 0, "morning"),
  inDays("(?:for |pour |на )?(?:today|aujourd'hui|сегодня)", 0),
  inDays("(?:for |pour |на )?(?:tom+or+ow|tmrw|tmr|demain|завтра)", 1),
  inDays("yesterday|hier|вчера", -1),
  inWeek(`${ON}(${WEEKDAY}),? (?:of |de )?(?:${NEXT_WEEK})`, 1),
  inWeek(`(?:${NEXT_WEEK}),? (?:on |в |во |le )?(${WEEKDAY})`, 1),
  {
    source: `${ON}(${WEEKDAY}) (?:en huit|week)`,
    toDay: (today, groups) => ({ date: upcoming(today, weekdayIn(groups)).date.add({ weeks: 1 }) }),
  },
  {
    source: `(a|one|two) weeks? from (${WEEKDAY})`,
    toDay: (today, [weeks = "", ...groups]) => {
      const { date } = upcoming(today, weekdayIn(groups));
      return { date: date.add({ weeks: readNumber(weeks) }) };
    },
  },
  {
    source: `${ON}(${WEEKDAY}),? (?:the |le )?(\\d{1,2})(?:st|nd|rd|th|-го|-е)?(?! (?:of |de )?(?:${MONTH_STEM}))`,
    toDay: toDayOfMonth,
  },
  {
    source: `${ON}(${SHORT_WEEKDAY}|${DOUBTFUL_WEEKDAY})\\.?,? (?:the )?(\\d{1,2})(?:st|nd|rd|th)(?! (?:of )?(?:${MONTH_STEM}))`,
    toDay: toDayOfMonth,
  },
  inWeek(`${ON}(?:${NEXT}) (${WEEKDAY})`, 1),
  inWeek(`${ON}(${WEEKDAY}) prochain`, 1),
  inWeek(`${ON}(?:${LAST}) (${WEEKDAY})|${ON}(${WEEKDAY}) dernier`, -1),
  onNext(
    `${ON}(?:this |coming |ce |эту |этот |это |ближайший |ближайшую |ближайшее )?(${WEEKDAY})`,
  ),
  onNext(`${ON}(${SHORT_WEEKDAY})\\.?`, "likely", true),
  onNext(`(?:on |в )?(${DOUBTFUL_WEEKDAY})\\.?`, "doubtful"),
  {
    source: `in the (?:morning|afternoon|evening)|утром|днём|днем|вечером|ночью|(?:le |au )(?:matin|soir)`,
    certainty: "doubtful",
    toDay: () => ({}),
  },
];

/** A longer prefix comes before its own end (下下 before 下, 再来週 before 来週), and no prefix comes last. */
const WEEKS: readonly (readonly [string, number | undefined])[] = [
  ["再来週の?|下下个?|下下個", 2],
  ["来週の?|下个?|下個", 1],
  ["今週の?|这个?|這個?|本", 0],
  ["先週の?|上个?|上個", -1],
  ["次の|今度の|", undefined],
];

const HAN: readonly DayForm[] = [
  inDays("大后天|大後天|しあさって|明々後日", 3),
  inDays("后天|後天|明後日|あさって", 2),
  inDays("大前天|前天|一昨日|おととい", -2),
  inDays("今晚|今夜|今晩|今夕", 0, "night"),
  inDays("明晚|明晩", 1, "night"),
  inDays("今早|今晨|今朝", 0, "morning"),
  inDays("明早|明晨|明朝|翌朝", 1, "morning"),
  inDays("今天|今日|本日|きょう", 0),
  inDays("明天|明日|明儿|翌日|あした|あす(?![ぁ-ゖ])", 1),
  inDays("昨天|昨日|昨晚|昨夜|きのう", -1),
  ...WEEKS.map(([prefix, weeks]): DayForm => {
    const source = `(?:${prefix})(?:(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])|([月火水木金土日])曜日?)`;
    return weeks === undefined ? onNext(source) : inWeek(source, weeks);
  }),
  // `11/24(火)`: only has to agree with the date.
  onNext("\\((?:(?:周|週)?([一二三四五六日天])|([月火水木金土日])曜?日?)\\)", "doubtful"),
];

/** Not one day. Next to a clock time the sender is asked which day is meant; elsewhere it's part of the subject. */
const REPEATED = [
  `${WORD_START}(?:from |du |de |с )?(?:${ANY_WEEKDAY})\\.? ?(?:-| to | through | thru | au | à | по ) ?(?:${ANY_WEEKDAY})${WORD_END}`,
  "(?:周|週|星期|礼拜)[一二三四五六日天] ?[到至~-] ?(?:周|週|星期|礼拜)?[一二三四五六日天]",
  "[月火水木金土日](?:曜日?)?(?:から|[~-])[月火水木金土日]曜日?|平日|工作日",
  `${WORD_START}(?:(?:on )?(?:every|each)|(?:le )?chaque|tous les|кажд(?:ый|ую|ое)) (?:day|jour|день|${WEEKDAY})s?${WORD_END}`,
  `${WORD_START}(?:on )?weekdays${WORD_END}`,
  `${WORD_START}по (?:понедельникам|вторникам|средам|четвергам|пятницам|субботам|воскресеньям|будням)${WORD_END}`,
  "(?:毎|每)(?:日|天|周[一二三四五六日天]?|週(?:の?[月火水木金土日]曜日?)?)",
];
const VAGUE = [
  `${WORD_START}(?:(?:on |over )?(?:this|next|the) (?:week|month|weekend|quarter)|(?:la semaine|le mois) prochaine?|` +
    `(?:dans|cette) (?:la )?semaine|(?:early|late|mid|début|fin|mi|in|en)[ -](?:${FULL_MONTH})|` +
    `(?:the |at the )?(?:end|beginning|start|middle) of (?:the |next |this )?(?:week|month|year|quarter|day)|` +
    `(?:début|fin|milieu) (?:de|du|d') ?(?:la )?(?:semaine|mois|année|journée)|` +
    `в (?:конце|начале|середине) (?:недели|месяца|года|дня|${FULL_MONTH})|ce week-end|(?:in |within )?a fortnight|sous quinzaine|на (?:этой|следующей) неделе|в (?:следующем|этом) месяце|на выходных)${WORD_END}`,
  "来週|再来週|今週|来月|週末|月末|月初|年末|月底|年底|下下?个?周|下个?星期|下个月|这周|本周|周末",
];

type ToMatch = (result: RegExpExecArray, today: Today) => Match | undefined;
const toVague: ToMatch = (result) => toVagueMatch(result, "doubtful");

const PATTERNS = [
  { pattern: new RegExp(REPEATED.join("|"), "gu"), toMatch: toVague },
  ...ALPHABETIC.map((form) =>
    compile(form, WORD_START, `(?:,? (${DAY_PART_AFTER_DAY}))?${WORD_END}`),
  ),
  ...HAN.map((form) =>
    compile(
      form,
      "(?:(?<![关由等对對位属屬至])[于於])?",
      `(?:の? ?(${HAN_DAY_PART})(?!会))?(?: ?[のは的](?![${HIRAGANA}]))?`,
    ),
  ),
  { pattern: new RegExp(VAGUE.join("|"), "gu"), toMatch: toVague },
];

function compile({ source, certainty = "likely", toDay }: DayForm, before: string, after: string) {
  const toMatch: ToMatch = (result, today) => {
    const day = toDay(today, result.slice(1, -1));
    if (!day) return undefined;
    const isNaming = NAMING.test(result[0]);
    const part = readDayPart(result.at(-1)) ?? day.part ?? readDayPart(day.date ? "" : result[0]);
    const value = { kind: "day", day: { ...day, isNaming, part } } as const;
    return { ...spanOf(result), certainty, value };
  };
  return { pattern: new RegExp(`${before}(?:${source})${after}`, "gu"), toMatch };
}

/** Days by name, relative to today: `tomorrow`, `next Tuesday`, `来週の火曜日`, `завтра утром`. */
export function findDayWords(plain: string, today: Today): Match[] {
  return findInOrder(plain, PATTERNS, (result, { toMatch }) => toMatch(result, today));
}
