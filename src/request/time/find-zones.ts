import { TAKEN } from "../draft";
import type { Piece } from "./piece";
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
  const match = BEFORE.exec(plain.slice(from, to));
  if (!match?.[1] || /[a-zа-я]/.test(match[1])) return undefined;
  const start = from + match.index;
  return { zone: original.slice(start, start + match[1].length), start, end: to };
}

/** `прогулка по Москве завтра` is a walk. */
const BEFORE_TAKEN = new RegExp(
  `(?<![\\p{L}\\p{N}'-])(?!по \\S+ ?${TAKEN})(${ZONE_PHRASE})(?:で|の)?[:,、]? ?(?=${TAKEN})`,
  "gu",
);

/** Zones with a day between them and the time: `3pm tomorrow ET`, `北京时间明天下午3点`. */
export function findZones(plain: string, original: string): Piece[] {
  const zones: Piece[] = [];
  for (let index = plain.indexOf(TAKEN); index >= 0; index = plain.indexOf(TAKEN, index + 1)) {
    if (plain.charAt(index + 1) === TAKEN) continue;
    const found = readZoneBehind({ plain, original }, index + 1);
    if (found) zones.push(toPiece(found));
  }
  for (const { 0: whole, 1: phrase = "", index } of plain.matchAll(BEFORE_TAKEN)) {
    const zone = original.slice(index, index + phrase.length);
    zones.push(toPiece({ zone, start: index, end: index + whole.length }));
  }
  return zones;
}

function toPiece({ zone, start, end }: FoundZone): Piece {
  return { start, end, certainty: "doubtful", value: { kind: "zone", zone } };
}
