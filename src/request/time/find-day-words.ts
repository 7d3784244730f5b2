import type { Temporal } from "@js-temporal/polyfill";
import { maskSpans, CONSUMED } from "../masked-text";
import { HIRAGANA, WORD_END, WORD_START } from "../word-edges";
import { DAY_PART_AFTER_DAY, HAN_DAY_PART, readDayPart } from "./calendar-words";
import { FULL_MONTH, MONTH_STEM } from "./calendar-words";
import type { Certainty, Day, DayPart, Match } from "./match";
import { readNumber } from "./number-word";
import { DOUBTFUL_WEEKDAY, readWeekday, SHORT_WEEKDAY, WEEKDAY } from "./calendar-words";

type Today = Temporal.PlainDate;

const NAMING = new RegExp(
  `^(?:(?:${WEEKDAY}|${SHORT_WEEKDAY}|${DOUBTFUL_WEEKDAY}|.曜日?|(?:周|週|星期|礼拜|禮拜).)[の的]?|(?:今日|本日|今天)[の的])$`,
  "u",
);

interface DayForm {
  source: string;
  certainty?: Certainty;
  /** Undefined where the calendar has no such day. */
  toDay: (today: Today, groups: readonly (string | undefined)[]) => Day | undefined;
}

function inDays(source: string, days: number, part?: DayPart): DayForm {
  return {
    source,
    toDay: (today) => ({ date: today.add({ days }), ...(part && { part }) }),
  };
}

/** The coming one; today counts, and gives way to the next when its hour has passed. */
function coming(today: Today, weekday: number): Day & { date: Today } {
  const days = (weekday - today.dayOfWeek + 7) % 7;
  return { date: today.add({ days }), weekday };
}

/** Of this week, the next, the one after: weeks begin on Monday. */
function inWeek(today: Today, weekday: number, weeks: number): Day {
  return { date: today.add({ days: weeks * 7 + weekday - today.dayOfWeek }) };
}

/** `Monday 23`, when one of the next weeks has it; `Friday 9` may be nine o'clock. */
function onDayOfMonth(today: Today, weekday: number, day: number): Day | undefined {
  const dates = Array.from({ length: 9 }, (_, weeks) => coming(today, weekday).date.add({ weeks }));
  const date = dates.find((one) => one.day === day);
  return date && { date };
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
  {
    source: `${ON}(${WEEKDAY}),? (?:of |de )?(?:${NEXT_WEEK})`,
    toDay: (today, [day = ""]) => inWeek(today, readWeekday(day), 1),
  },
  {
    source: `(?:${NEXT_WEEK}),? (?:on |в |во |le )?(${WEEKDAY})`,
    toDay: (today, [day = ""]) => inWeek(today, readWeekday(day), 1),
  },
  {
    source: `${ON}(${WEEKDAY}) (?:en huit|week)`,
    toDay: (today, [day = ""]) => {
      const { date } = coming(today, readWeekday(day));
      return { date: date.add({ days: 7 }) };
    },
  },
  {
    source: `(a|one|two) weeks? from (${WEEKDAY})`,
    toDay: (today, [weeks = "", day = ""]) => {
      const { date } = coming(today, readWeekday(day));
      return { date: date.add({ days: 7 * readNumber(weeks) }) };
    },
  },
  {
    source: `${ON}(${WEEKDAY}),? (?:the |le )?(\\d{1,2})(?:st|nd|rd|th|-го|-е)?(?! (?:of |de )?(?:${MONTH_STEM}))`,
    toDay: (today, [day = "", number = ""]) =>
      onDayOfMonth(today, readWeekday(day), Number(number)),
  },
  {
    source: `${ON}(${SHORT_WEEKDAY}|${DOUBTFUL_WEEKDAY})\\.?,? (?:the )?(\\d{1,2})(?:st|nd|rd|th)(?! (?:of )?(?:${MONTH_STEM}))`,
    toDay: (today, [day = "", number = ""]) =>
      onDayOfMonth(today, readWeekday(day), Number(number)),
  },
  {
    source: `${ON}(?:${NEXT}) (${WEEKDAY})`,
    toDay: (today, [day = ""]) => inWeek(today, readWeekday(day), 1),
  },
  {
    source: `${ON}(${WEEKDAY}) prochain`,
    toDay: (today, [day = ""]) => inWeek(today, readWeekday(day), 1),
  },
  {
    source: `${ON}(?:${LAST}) (${WEEKDAY})|${ON}(${WEEKDAY}) dernier`,
    toDay: (today, [day, other = ""]) => inWeek(today, readWeekday(day ?? other), -1),
  },
  {
    source: `${ON}(?:this |coming |ce |эту |этот |это |ближайший |ближайшую |ближайшее )?(${WEEKDAY})`,
    toDay: (today, [day = ""]) => coming(today, readWeekday(day)),
  },
  {
    source: `${ON}(${SHORT_WEEKDAY})\\.?`,
    toDay: (today, [day = ""]) => ({ ...coming(today, readWeekday(day)), isShort: true }),
  },
  {
    source: `(?:on |в )?(${DOUBTFUL_WEEKDAY})\\.?`,
    certainty: "doubtful",
    toDay: (today, [day = ""]) => coming(today, readWeekday(day)),
  },
  {
    source: `in the (?:morning|afternoon|evening)|утром|днём|днем|вечером|ночью|(?:le |au )(?:matin|soir)`,
    certainty: "doubtful",
    toDay: () => ({}),
  },
];

/** 下下 before 下, 再来週 before 来週; none of them before every week's. */
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
  ...WEEKS.map(([source, weeks]): DayForm => ({
    source: `(?:${source})(?:(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])|([月火水木金土日])曜日?)`,
    toDay: (today, [chinese, japanese = ""]) => {
      const weekday = readWeekday(chinese ?? japanese);
      return weeks === undefined ? coming(today, weekday) : inWeek(today, weekday, weeks);
    },
  })),
  {
    // `11/24(火)`: it only has to be that date's.
    source: "\\((?:(?:周|週)?([一二三四五六日天])|([月火水木金土日])曜?日?)\\)",
    certainty: "doubtful",
    toDay: (today, [chinese, japanese = ""]) => coming(today, readWeekday(chinese ?? japanese)),
  },
];

const ANY_WEEKDAY = `${WEEKDAY}|${SHORT_WEEKDAY}|${DOUBTFUL_WEEKDAY}`;

/** What names no single day. Beside a clock time it is asked about; elsewhere it is topic. */
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

const REPEATED_PATTERN = new RegExp(REPEATED.join("|"), "gu");
const VAGUE_PATTERN = new RegExp(VAGUE.join("|"), "gu");

const PATTERNS = [
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
];

function compile({ source, certainty = "likely", toDay }: DayForm, before: string, after: string) {
  return { pattern: new RegExp(`${before}(?:${source})${after}`, "gu"), certainty, toDay };
}

/** Days by their names, seen from today: `tomorrow`, `next Tuesday`, `来週の火曜日`, `завтра утром`. */
export function findDayWords(plain: string, today: Today): Match[] {
  const all = findVague(plain, REPEATED_PATTERN);
  let rest = maskSpans(plain, all, CONSUMED);
  for (const { pattern, certainty, toDay } of PATTERNS) {
    const found = Array.from(rest.matchAll(pattern)).flatMap((result): Match[] => {
      const day = toDay(today, result.slice(1, -1));
      if (!day) return [];
      const isNaming = NAMING.test(result[0]);
      const part = readDayPart(result.at(-1)) ?? day.part ?? readDayPart(day.date ? "" : result[0]);
      const end = result.index + result[0].length;
      return [
        {
          start: result.index,
          end,
          certainty,
          value: { kind: "day", day: { ...day, isNaming, ...(part && { part }) } },
        },
      ];
    });
    rest = maskSpans(rest, found, CONSUMED);
    all.push(...found);
  }
  return [...all, ...findVague(rest, VAGUE_PATTERN)];
}

function findVague(plain: string, pattern: RegExp): Match[] {
  return Array.from(plain.matchAll(pattern), (result) => ({
    start: result.index,
    end: result.index + result[0].length,
    certainty: "doubtful",
    value: { kind: "vague-day" },
  }));
}
