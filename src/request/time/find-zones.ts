import { CONSUMED } from "../masked-text";
import type { Match } from "./match";
import { isZone } from "./wall-time";
import { ZONE_PHRASE } from "./zone-words";

/** In capitals, for `est` and `et` are words; in small letters those that are none. */
const ABBREVIATION =
  String.raw`(?:(?:UTC|GMT|utc|gmt)(?:[+-]\d{1,2}(?::\d{2})?)?|[ECMP][SD]?T|AK[SD]T|BST|CES?T|EES?T|WES?T|MSK|МСК|мск` +
  "|IST|JST|KST|AE[SD]T|NZ[SD]T|SGT|HKT|cest|cet|msk|jst|pst|pdt|edt|bst|sgt|hkt|(?<=[ap]m )est)";
const BEHIND = new RegExp(
  String.raw`,?\s?(?:[(（]\s?)?(?:(${ABBREVIATION})(?![\p{L}\p{N}])|(${ZONE_PHRASE}))(?:\s?[)）])?`,
  "uy",
);
const BEFORE = new RegExp(String.raw`(${ZONE_PHRASE})の? ?(?:で)? ?$`, "u");
/** As `Intl` names zones, and as the bot writes them: `Europe/Paris`, `America/Argentina/Salta`. */
const IANA = /\s?([A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_+-]+){1,2})(?![\p{L}\p{N}/])/uy;
/** Longest of the phrases, with what stands round them. */
const REACH = 40;
/** `RÉUNION 15H ET DISCUSSION`. */
const IN_CAPITALS = /^ET \p{Lu}{2}/u;

export interface FoundZone {
  zone: string;
  start: number;
  end: number;
}

/** A zone right behind a time; abbreviations are seen in `original` alone, where there are capitals. */
export function readZoneBehind(
  { plain, original }: { plain: string; original: string },
  from: number,
): FoundZone | undefined {
  IANA.lastIndex = from;
  const iana = IANA.exec(original)?.[1];
  if (iana && isZone(iana)) return { zone: iana, start: from, end: IANA.lastIndex };
  BEHIND.lastIndex = from;
  const abbreviated = BEHIND.exec(original);
  if (abbreviated?.[1]) {
    if (IN_CAPITALS.test(original.slice(from).trimStart())) return undefined;
    return { zone: abbreviated[1], start: from, end: BEHIND.lastIndex };
  }
  BEHIND.lastIndex = from;
  const phrase = BEHIND.exec(plain)?.[2];
  if (!phrase) return undefined;
  const end = BEHIND.lastIndex;
  const start = plain.indexOf(phrase, from);
  return { zone: original.slice(start, start + phrase.length), start: from, end };
}

/** `日本時間15時`: in Chinese and Japanese it comes first. */
export function readZoneBefore(
  { plain, original }: { plain: string; original: string },
  to: number,
): FoundZone | undefined {
  const from = Math.max(0, to - REACH);
  const result = BEFORE.exec(plain.slice(from, to));
  if (!result?.[1] || /[a-zа-я]/.test(result[1])) return undefined;
  const start = from + result.index;
  return { zone: original.slice(start, start + result[1].length), start, end: to };
}

/** `прогулка по Москве завтра` is a walk. */
const BEFORE_TAKEN = new RegExp(
  `(?<![\\p{L}\\p{N}'-])(?!по \\S+ ?${CONSUMED})(${ZONE_PHRASE})(?:で|の)?[:,、]? ?(?=${CONSUMED})`,
  "gu",
);

/** Zones with a day between them and the time: `3pm tomorrow ET`, `北京时间明天下午3点`. */
export function findZones(plain: string, original: string): Match[] {
  const zones: Match[] = [];
  for (
    let index = plain.indexOf(CONSUMED);
    index >= 0;
    index = plain.indexOf(CONSUMED, index + 1)
  ) {
    if (plain.charAt(index + 1) === CONSUMED) continue;
    const found = readZoneBehind({ plain, original }, index + 1);
    if (found) zones.push(toMatch(found));
  }
  for (const { 0: whole, 1: phrase = "", index } of plain.matchAll(BEFORE_TAKEN)) {
    const zone = original.slice(index, index + phrase.length);
    zones.push(toMatch({ zone, start: index, end: index + whole.length }));
  }
  return zones;
}

function toMatch({ zone, start, end }: FoundZone): Match {
  return { start, end, certainty: "doubtful", value: { kind: "zone", zone } };
}
