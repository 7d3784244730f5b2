import { CONSUMED, type Span, type Texts } from "../masked-text";
import type { Match } from "./match";
import { isZone } from "./wall-time";
import { ZONE_PHRASE } from "./zone-names";

/** In uppercase, because `est` and `et` are words; in lowercase only where the abbreviation isn't one. */
const ABBREVIATION =
  String.raw`(?:(?:UTC|GMT|utc|gmt)(?:[+-]\d{1,2}(?::\d{2})?)?|[ECMP][SD]?T|AK[SD]T|BST|CES?T|EES?T|WES?T|MSK|МСК|мск` +
  "|IST|JST|KST|AE[SD]T|NZ[SD]T|SGT|HKT|cest|cet|msk|jst|pst|pdt|edt|bst|sgt|hkt|(?<=[ap]m )est)";
const AFTER = new RegExp(
  String.raw`,?\s?(?:[(（]\s?)?(?:(${ABBREVIATION})(?![\p{L}\p{N}])|(${ZONE_PHRASE}))(?:\s?[)）])?`,
  "uy",
);
const BEFORE = new RegExp(String.raw`(${ZONE_PHRASE})の? ?(?:で)? ?$`, "u");
/** `Europe/Paris`, `America/Argentina/Salta`. */
const IANA = /\s?([A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_+-]+){1,2})(?![\p{L}\p{N}/])/uy;
/** At least the length of a phrase with its punctuation. */
const REACH = 40;
/** `RÉUNION 15H ET DISCUSSION`. */
const IN_CAPITALS = /^ET \p{Lu}{2}/u;

interface FoundZone extends Span {
  zone: string;
}

/** A zone right after a time. Abbreviations are read from `original`, which has uppercase letters. */
export function readZoneAfter({ plain, original }: Texts, from: number): FoundZone | undefined {
  IANA.lastIndex = from;
  const iana = IANA.exec(original)?.[1];
  if (iana && isZone(iana)) return { zone: iana, start: from, end: IANA.lastIndex };
  AFTER.lastIndex = from;
  const abbreviated = AFTER.exec(original);
  if (abbreviated?.[1]) {
    if (IN_CAPITALS.test(original.slice(from).trimStart())) return undefined;
    return { zone: abbreviated[1], start: from, end: AFTER.lastIndex };
  }
  AFTER.lastIndex = from;
  const phrase = AFTER.exec(plain)?.[2];
  if (!phrase) return undefined;
  const end = AFTER.lastIndex;
  const start = plain.indexOf(phrase, from);
  return { zone: original.slice(start, start + phrase.length), start: from, end };
}

/** `日本時間15時`: Chinese and Japanese put the zone first. */
export function readZoneBefore({ plain, original }: Texts, to: number): FoundZone | undefined {
  const from = Math.max(0, to - REACH);
  const result = BEFORE.exec(plain.slice(from, to));
  if (!result?.[1] || /[a-zа-я]/.test(result[1])) return undefined;
  const start = from + result.index;
  return { zone: original.slice(start, start + result[1].length), start, end: to };
}

const LAST_CONSUMED = new RegExp(`${CONSUMED}(?!${CONSUMED})`, "gu");
/** Except in `прогулка по Москве завтра`, which is a walk. */
const BEFORE_CONSUMED = new RegExp(
  `(?<![\\p{L}\\p{N}'-])(?!по \\S+ ?${CONSUMED})(${ZONE_PHRASE})(?:で|の)?[:,、]? ?(?=${CONSUMED})`,
  "gu",
);

/** Zones that a day separates from the time: `3pm tomorrow ET`, `北京时间明天下午3点`. */
export function findZones(texts: Texts): Match[] {
  const { plain, original } = texts;
  const zones: Match[] = [];
  for (const { index } of plain.matchAll(LAST_CONSUMED)) {
    const found = readZoneAfter(texts, index + 1);
    if (found) zones.push(toMatch(found));
  }
  for (const { 0: whole, 1: phrase = "", index } of plain.matchAll(BEFORE_CONSUMED)) {
    const zone = original.slice(index, index + phrase.length);
    zones.push(toMatch({ zone, start: index, end: index + whole.length }));
  }
  return zones;
}

function toMatch({ zone, start, end }: FoundZone): Match {
  return { start, end, certainty: "doubtful", value: { kind: "zone", zone } };
}
