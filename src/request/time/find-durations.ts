import { findInOrder, spanOf } from "../masked-text";
import { LETTER, WORD_END, WORD_START } from "../word-edges";
import type { Certainty, Match } from "./match";
import { HAN_NUMBER, HOUR_WORD, NUMBER_WORD, readNumber } from "./number-word";

/** A way to write a length, and how to read its groups. */
interface DurationForm {
  /** A pattern without word boundaries; the caller adds what can be before and after. */
  source: string;
  toMinutes: (groups: readonly (string | undefined)[]) => number;
}

const DIGITS = String.raw`\d{1,4}(?:[.,]\d{1,2})?`;
const NUMBER = `(${DIGITS}|${NUMBER_WORD})`;
const HOURS = "hours?|hrs?|heures?|часов|часа|час|h|ч";
const MINUTES = "minutes?|mins?|mn|минуты|минуту|минут|мин";
/** What must not follow the 30 of `1 hour 30`, because the 30 would then belong to something else. */
const NO_UNIT = String.raw`(?!\s?(?:\d|[:/.,%]|am\b|pm\b|h\b|heure|час|ч\b|p\.m|a\.m|people|min|мин|-))`;

function fixed(source: string, minutes: number): DurationForm {
  return { source, toMinutes: () => minutes };
}

function hoursAndMinutes([hours = "0", ...minutes]: readonly (string | undefined)[]): number {
  return readNumber(hours) * 60 + readNumber(minutes.find((group) => group !== undefined) ?? "0");
}

const andHalf: DurationForm["toMinutes"] = ([count = "0"]) => readNumber(count) * 60 + 30;
const inUnits =
  (minutesPerUnit: number): DurationForm["toMinutes"] =>
  ([count = "0"]) =>
    readNumber(count) * minutesPerUnit;

/** English, French and Russian; a longer form comes before its own start. */
const ALPHABETIC_DURATIONS: readonly DurationForm[] = [
  fixed(
    "(?:three|3)[ -]quarters? of an hour|trois[ -]quarts? d'heure|3/4 d'heure|три четверти часа",
    45,
  ),
  fixed("(?:a )?quarter(?: of an)?[ -]hour|(?:un )?quart d'heure|четверть часа", 15),
  fixed("half[ -]an[ -]hour|(?:a )?half[ -]hour|(?:une )?demi[ -]?heure|полчаса|пол часа", 30),
  fixed("(?:an|one|1) hour and a half|(?:one|1) and a half hours?", 90),
  fixed("(?:une|1) ?(?:heure|h) et demie?|полтора часа|полтора ч|час с половиной", 90),
  { source: `${NUMBER} hours? and a half`, toMinutes: andHalf },
  { source: `${NUMBER} and a half hours?`, toMinutes: andHalf },
  { source: `${NUMBER} heures? et demie?`, toMinutes: andHalf },
  { source: `${NUMBER} с половиной (?:часа|ч)`, toMinutes: andHalf },
  {
    source:
      `${NUMBER}[ -]?(?:${HOURS})\\.?` +
      `(?:(?: ?,? ?(?:and |et |и )?)(\\d{1,2}|${NUMBER_WORD})[ -]?(?:${MINUTES}|m)` +
      `|(\\d{2})${NO_UNIT}| (\\d{2})${NO_UNIT})?`,
    toMinutes: hoursAndMinutes,
  },
  { source: `${NUMBER}[ -]?(?:${MINUTES})`, toMinutes: inUnits(1) },
];

/** Some are lengths only after a preposition: `5m` alone is money or metres, and `час` is one o'clock. */
const DURATIONS_AFTER_PREPOSITION: readonly DurationForm[] = [
  ...ALPHABETIC_DURATIONS,
  { source: `${NUMBER} ?m`, toMinutes: inUnits(1) },
  fixed("час", 60),
  fixed("минуту", 1),
];

const DURATIONS_AFTER_FOR: readonly DurationForm[] = [
  ...DURATIONS_AFTER_PREPOSITION,
  { source: `${NUMBER} (?:days?|jours?|дней|дня|день)`, toMinutes: inUnits(24 * 60) },
  { source: `${NUMBER} (?:weeks?|semaines?|недели|неделю)`, toMinutes: inUnits(7 * 24 * 60) },
];

const HAN_COUNT = `(?<![\\d.]|\\d,)(\\d{1,4}(?:\\.\\d{1,2})?|${HAN_NUMBER})`;
const HAN_HOURS = "(?:時間|个小时|個小時|小时|小時|个钟头|個鐘頭|钟头|鐘頭)";
/** In `3点45分` and `15時45分` the minutes belong to the clock; with 钟 or 間 they're a length. */
const NOT_OF_CLOCK = String.raw`(?<![:零〇一二两兩三四五六七八九十])(?<![時点點时] ?)`;

const HAN_DURATIONS: readonly DurationForm[] = [
  { source: `${HAN_COUNT} ?[个個]半(?:小时|小時|钟头|鐘頭)`, toMinutes: andHalf },
  fixed("半个小时|半個小時|半小时|半小時|半个钟头|半時間", 30),
  fixed("一刻钟|一刻鐘", 15),
  fixed("三刻钟|三刻鐘", 45),
  { source: `${HAN_COUNT} ?${HAN_HOURS}半`, toMinutes: andHalf },
  {
    source: `${HAN_COUNT} ?${HAN_HOURS}(?: ?(\\d{1,2}|${HAN_NUMBER}) ?分[钟鐘間]?)?`,
    toMinutes: hoursAndMinutes,
  },
  { source: `${HAN_COUNT} ?分[钟鐘間]`, toMinutes: inUnits(1) },
  { source: `${NOT_OF_CLOCK}${HAN_COUNT} ?分`, toMinutes: inUnits(1) },
];

const ABOUT = "(?:about |around |roughly |environ |около |примерно )?";
const FOR =
  `${WORD_START}(?:for|lasting|duration:?|pendant|durant|pour|durée(?: de|:)?|` +
  `на|в течение|длительностью|продолжительностью) ${ABOUT}`;
const IN = `${WORD_START}(?:in|dans|d'ici|через) ${ABOUT}`;
/** `5 minutes of fame`, `20 minutes a day`: a length in the subject. */
const NOT_OF_SUBJECT = String.raw`(?! ?(?:of|per|par|a day|each|every|or|au|ago|назад|в день)(?![${LETTER}])|-long)`;
/** `в 3 часа`, `с 3 часов` and `в 15 часов 30 минут` are clock times; `past 3 hours` is neither. */
const NOT_AFTER = String.raw`(?<!(?<![${LETTER}])(?:в|во|с|до|к|à|at|dès|vers|от|из|past|last|next|first|every|in|dans|через) )(?<!(?:\d|${HOUR_WORD}) (?:heures?|часов|часа) (?=(?:\d{1,2}|${NUMBER_WORD}) ?(?:min|мин)))`;
const WAIT_END = WORD_END + NOT_OF_SUBJECT;
const LENGTH_END = `${WAIT_END}(?! (?:утра|дня|вечера|ночи|du |de l'après))`;
/** `15h`, `9h30` and `1530 hours` are times; `2h` is a length, because few people meet at 2 AM. */
const NOT_AN_HOUR = String.raw`(?!(?:(?:[7-9]|0\d|1\d|2[0-4]) ?(?:h|heures?|ч|часов)|(?:sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt)[a-z -]{0,12} heures?|(?:семь|восемь|девять|десять|[а-я]{2,7}надцать|двадцать(?: [а-я]{2,6})?) часов|\d{3,4} ?(?:h|hrs|hours))(?![${LETTER}]))`;

function compile(
  kind: "length" | "relative",
  certainty: Certainty,
  forms: readonly DurationForm[],
  [before, after]: readonly [before: string, after: string],
) {
  return forms.map(({ source, toMinutes }) => {
    const pattern = new RegExp(`${before}(?:${source})${after}`, "gu");
    return { pattern, kind, certainty, toMinutes };
  });
}

/** Forms with a preposition come first, so that it isn't left over. */
const PATTERNS = [
  ...compile("relative", "likely", DURATIONS_AFTER_PREPOSITION, [IN, WAIT_END]),
  ...compile("relative", "likely", ALPHABETIC_DURATIONS, [WORD_START, ` from now${WORD_END}`]),
  ...compile("relative", "likely", HAN_DURATIONS, [
    "(?:再?过|再?過|約|约)?",
    " ?(?:之后|之後|以后|以後|后|後)(?:に|の|から)?",
  ]),
  ...compile("length", "sure", DURATIONS_AFTER_FOR, [FOR, LENGTH_END]),
  ...compile("length", "sure", HAN_DURATIONS, [
    "(?:持续|持續|为时|為時|时长|為期|为期)[约約]? ?",
    "(?:左右)?",
  ]),
  ...compile("length", "likely", HAN_DURATIONS, [
    "(?:[约約共开開] ?)?",
    "(?!前|以内|以上|ごと|おき|ずつ|遅れ)(?:間|程度|ほど|くらい|ぐらい|だけ|左右)?(?:の|的|で)?",
  ]),
  ...compile("length", "likely", ALPHABETIC_DURATIONS, [
    `${WORD_START}(?:de )?${NOT_AFTER}${NOT_AN_HOUR}`,
    LENGTH_END,
  ]),
];

/** Lengths (`for 45 min`) and waits (`in 20 minutes`). */
export function findDurations(plain: string): Match[] {
  return findInOrder(plain, PATTERNS, (result, { kind, certainty, toMinutes }): Match => {
    const minutes = Math.round(toMinutes(result.slice(1)));
    return { ...spanOf(result), certainty, value: { kind, minutes } };
  });
}
