import { toMaskedText } from "./masked-text";
import type { RequestText } from "./meeting-request";

/** When to remind people, as typed after `remind`. */
export type Lead =
  | { kind: "minutes"; minutes: number }
  /** Never. */
  | { kind: "off" }
  /** At the usual time. */
  | { kind: "on" }
  /** Nothing was typed. */
  | { kind: "none" }
  | { kind: "unclear" };

const HOUR = 60;
const DAY = 24 * HOUR;
/** Longer texts are about something else: "remind me not to forget the slides". */
const MAX_CHARACTERS = 80;
const MAX_SWITCH_CHARACTERS = 40;

/** No letter of an alphabet follows. Japanese and Chinese have no spaces. */
const END = String.raw`(?![a-zà-ÿа-яё])`;
const NUMBER = String.raw`(\d{1,4}(?:[.,]\d)?) ?-?`;
const AMOUNTS: readonly [minutes: number, pattern: RegExp][] = [
  [DAY, new RegExp(`${NUMBER}(?:days?|d|jours?|j|дн(?:я|ей)|день|сут(?:ки|ок)|日|天)${END}`, "gu")],
  [
    HOUR,
    new RegExp(
      `${NUMBER}(?:hours?|hrs?|h|heures?|час(?:а|ов)?|ч|時間|个小时|小时|小時|個小時|钟头)${END}`,
      "gu",
    ),
  ],
  [
    1,
    new RegExp(`${NUMBER}(?:minutes?|mins?|mn|m|мин(?:ут[аыу]?)?|м|分钟|分鐘|分間|分)${END}`, "gu"),
  ],
];

/** Amounts in words, first the longest. */
const WORDS: readonly [pattern: RegExp, amount: string][] = [
  [/an hour and a half|une heure et demie|полтора часа|1 ?時間半|一个半小时/gu, "90 min"],
  [
    /half an hour|half hour|(?:une )?demi-?heure|полчаса|半時間|半个小时|半小时|半個小時/gu,
    "30 min",
  ],
  [/(?:a )?quarter of an hour|(?:un )?quart d'heure|четверть часа|一刻钟/gu, "15 min"],
  [/(?<![\p{L}\d] ?)(?:an|one|une) (?=(?:hour|heure))/gu, "1 "],
  [/(?<![\p{L}\d] ?)(?:a|one|un) (?=(?:day|jour))/gu, "1 "],
  [/(?<!\d ?|[а-яё])(?=(?:час|день|сутки)(?![а-яё]))/gu, "1 "],
  [/一(?=个?小时|天|時間|日)/gu, "1"],
];
const NUMBERS: readonly [pattern: RegExp, number: string][] = (
  [
    ["fifteen|quinze|пятнадцать|十五", "15"],
    ["twenty|vingt|двадцать|二十", "20"],
    ["thirty|trente|тридцать|三十", "30"],
    ["five|cinq|пять|五", "5"],
    ["ten|dix|десять|十", "10"],
    ["two|deux|два|二|两|兩", "2"],
  ] as const
).map(([words, number]) => [
  new RegExp(`(?<![a-zà-ÿа-яё])(?:${words})(?![a-zà-ÿа-яё])`, "gu"),
  number,
]);

const OFF = new RegExp(
  `(?<![a-zà-ÿа-яё])(?:off|never|none|no|not|stop|disable|don't|dont|without|cancel|remove|mute|delete` +
    `|non|pas|plus|jamais|sans|aucun|arr[eê]te[rz]?|d[ée]sactive[rz]?|annule[rz]?|supprime[rz]?|enl[eè]ve[rz]?|retire[rz]?` +
    `|не|без|нет|никогда|стоп|выкл|отмени(?:те|ть)?|убери(?:те)?|убрать|(?:отключ|выключ)(?:и|ите|ить))${END}` +
    "|オフ|なし|無し|不要|いらない|いりません|要らない|要りません|しない|やめ|停止|止め|解除|关|關|不要|不用|别|取消|停|无需|不需",
  "u",
);
const ON = new RegExp(
  `(?<![a-zà-ÿа-яё])(?:on|yes|default|usual|again|oui|activer?|activez|réactiver?|вкл|да|включи(?:те|ть)?)${END}` +
    "|オン|有効|开启|打开|恢复|默认",
  "u",
);

/** Reads how long before the start people want a reminder, in any of the bot's languages. */
export function parseLead(words: RequestText): Lead {
  const text = toMaskedText(words)
    .plain.replaceAll(/#[^\s#]*/gu, " ")
    .replaceAll(/[\s\uFDD0]+/gu, " ")
    .replaceAll(/^[ .,:;!?。、！？]+|(?<![ .,:;!?。、！？])[ .,:;!?。、！？]+$/gu, "");
  if (text === "") return { kind: "none" };
  if (text.length > MAX_CHARACTERS) return { kind: "unclear" };
  if (text.length <= MAX_SWITCH_CHARACTERS && OFF.test(text)) return { kind: "off" };
  const minutes = readMinutes(text);
  if (minutes !== undefined) return minutes === 0 ? { kind: "off" } : { kind: "minutes", minutes };
  return ON.test(text) ? { kind: "on" } : { kind: "unclear" };
}

function readMinutes(text: string): number | undefined {
  const inDigits = [...WORDS, ...NUMBERS].reduce(
    (read, [pattern, digits]) => read.replaceAll(pattern, digits),
    text,
  );
  const spelled = inDigits.replaceAll(/(\d) ?h ?(\d\d)(?!\d)/gu, "$1 h $2 min");
  const amounts = AMOUNTS.flatMap(([minutes, pattern]) =>
    [...spelled.matchAll(pattern)].map(
      ([, amount = ""]) => minutes * Number(amount.replace(",", ".")),
    ),
  );
  if (amounts.length > 0) return Math.round(amounts.reduce((sum, amount) => sum + amount, 0));
  // A number alone is in minutes.
  const numbers = spelled.match(/\d+/gu) ?? [];
  return numbers.length === 1 && !/\d[:.,/]\d/u.test(spelled) ? Number(numbers[0]) : undefined;
}
