import type { DayPart } from "./match";

const PARTS: readonly (readonly [DayPart, string])[] = [
  ["morning", "morning|matin|утра|утром|утро|上午|早上|早晨|清晨|凌晨|早|午前中|午前|朝|深夜|未明"],
  ["midday", "中午|正午の?|お?昼"],
  ["afternoon", "afternoon|après-midi|apres-midi|дня|днём|днем|下午|午後|傍晚|夕方"],
  ["evening", "evening|soir|вечера|вечером|晚上|晚间|晚間|晚|夜|晩|夕"],
  ["night", "night|nuit|ночи|ночью|深夜|夜里|夜裡"],
];

const READ = PARTS.map(([part, words]) => [part, new RegExp(`(?:${words})`, "u")] as const);

/** The part of the day that a phrase names: `in the morning`, `du soir`, `下午`. */
export function readDayPart(phrase = ""): DayPart | undefined {
  if (/^(?:ночи|ночью)$/u.test(phrase)) return "morning";
  return READ.find(([, pattern]) => pattern.test(phrase))?.[0];
}

/** Words before a Chinese or Japanese hour. */
export const HAN_DAY_PART =
  "午前中|午前|午後|上午|下午|早上|早晨|清晨|凌晨|中午|傍晚|晚上|晚间|晚間|夜里|深夜|未明|夕方|お昼|昼|朝|早|晚|夜|晩";

/** Words behind an hour. */
export const DAY_PART_AFTER =
  "in the (?:morning|afternoon|evening)|at night|this (?:morning|afternoon|evening)|tonight|" +
  "du (?:matin|soir)|de l'après-midi|de l'apres-midi|ce (?:matin|soir)|" +
  "утра|дня|вечера|ночи";

/** Words behind a day: `tomorrow morning`, `demain soir`, `завтра утром`, `明日の朝`. */
export const DAY_PART_BEHIND_DAY =
  "(?:in the )?(?:morning|afternoon|evening)|night|(?:au |dans l'|en )?(?:matin|après-midi|apres-midi|soir)|" +
  "утром|днём|днем|вечером|ночью";
