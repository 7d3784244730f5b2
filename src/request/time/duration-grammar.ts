import { HAN_NUMBER, NUMBER_WORD, readNumber } from "./number-word";

/** A way to write a length, and how to read its groups. */
export interface DurationForm {
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

function hoursAndMinutes([hours, ...minutes]: readonly (string | undefined)[]): number {
  const more = minutes.find((group) => group !== undefined);
  return readNumber(hours ?? "0") * 60 + (more === undefined ? 0 : readNumber(more));
}

const andHalf: DurationForm["toMinutes"] = ([count = "0"]) => readNumber(count) * 60 + 30;
const inUnits =
  (minutesPerUnit: number): DurationForm["toMinutes"] =>
  ([count = "0"]) =>
    readNumber(count) * minutesPerUnit;

/** English, French and Russian; a longer form comes before its own start. */
export const ALPHABETIC_DURATIONS: readonly DurationForm[] = [
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
export const DURATIONS_AFTER_PREPOSITION: readonly DurationForm[] = [
  ...ALPHABETIC_DURATIONS,
  { source: `${NUMBER} ?m`, toMinutes: inUnits(1) },
  fixed("час", 60),
  fixed("минуту", 1),
];

export const DAY_DURATIONS: readonly DurationForm[] = [
  { source: `${NUMBER} (?:days?|jours?|дней|дня|день)`, toMinutes: inUnits(24 * 60) },
  { source: `${NUMBER} (?:weeks?|semaines?|недели|неделю)`, toMinutes: inUnits(7 * 24 * 60) },
];

const HAN_COUNT = `(?<![\\d.]|\\d,)(\\d{1,4}(?:\\.\\d{1,2})?|${HAN_NUMBER})`;
const HAN_HOURS = "(?:時間|个小时|個小時|小时|小時|个钟头|個鐘頭|钟头|鐘頭)";
/** In `3点45分` and `15時45分` the minutes belong to the clock; with 钟 or 間 they're a length. */
const NOT_OF_CLOCK = String.raw`(?<![:零〇一二两兩三四五六七八九十])(?<![時点點时] ?)`;

export const HAN_DURATIONS: readonly DurationForm[] = [
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
