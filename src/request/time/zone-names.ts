import { anyOf, CJK, LETTER } from "../word-edges";
import { LANGUAGES } from "./languages/languages";
import { each, type Words } from "./languages/words";
import type { ZoneNames, ZoneWords } from "./languages/zone-words";
import { isZone } from "./wall-time";

/** Other names of the same zone in the time zone database. */
const ALIASES: Readonly<Partial<Record<string, string>>> = {
  "Europe/Kyiv": "Europe/Kiev",
  "Asia/Chongqing": "Asia/Shanghai",
  "Asia/Harbin": "Asia/Shanghai",
  PRC: "Asia/Shanghai",
  "Asia/Calcutta": "Asia/Kolkata",
  "America/Montreal": "America/Toronto",
};

const ZONES = Intl.supportedValuesOf("timeZone");

function cityOf(zone: string): string {
  const city = zone.slice(zone.lastIndexOf("/") + 1);
  return city.replace(/_/g, " ").toLowerCase();
}

/** An alphabetic name ends here; Chinese and Japanese ones can touch the time. */
const END = `(?:(?<=[${CJK}])|(?![${LETTER}0-9]|-[${LETTER}]))`;
const CITIES = ZONES.map(cityOf).filter((city) => /^[a-z' -]+$/.test(city));

function toPattern(words: Words): string {
  return `(?:${anyOf(words.split("|"))})`;
}

function toPhrasePattern({ before, after, names, beforeCity, regions, phrases, own }: ZoneWords) {
  const named = [...allOf(names), ...regions.split("|")].filter((name) => name !== "");
  const city = beforeCity === undefined ? [] : [`${toPattern(beforeCity)}(?:${anyOf(CITIES)})`];
  const alone = [...allOf(phrases), ...own.split("|")];
  return `${toPattern(before)}(?:${[...city, anyOf(named)].join("|")})${toPattern(after)}|${anyOf(alone)}`;
}

function allOf(names: ZoneNames): string[] {
  return Object.values(names).flatMap((words) => words?.split("|") ?? []);
}

/** A zone in words, before or after a time, in all languages. */
export const ZONE_PHRASE = `(?:${LANGUAGES.map(({ zones }) => toPhrasePattern(zones)).join("|")})${END}`;

/** All phrases for the zone in a language, and those for the sender's own one. */
function listPhrases(
  { before, after, names, beforeCity, phrases, own }: ZoneWords,
  zone: string,
): readonly string[] {
  const id = ALIASES[zone] ?? zone;
  const name = names[id];
  const city = beforeCity !== undefined && ZONES.includes(zone) && each(beforeCity, cityOf(zone));
  return [
    name && each(before, name, after),
    city && each(before, city, after),
    phrases[id],
    own,
  ].flatMap((words) => (words ? words.split("|") : []));
}

/** Whether the words name the zone; `intlNames` are its names in `Intl`. */
function isZonePhrase(phrase: string, zone: string, intlNames: ReadonlySet<string>): boolean {
  if (intlNames.has(phrase.toUpperCase())) return true;
  const typed = phrase.toLowerCase().replace(/’/g, "'");
  return LANGUAGES.some(({ zones }) => listPhrases(zones, zone).includes(typed));
}

/** `Intl` abbreviates a zone only in the English of a country that uses it. */
const ENGLISHES = ["en-US", "en-CA", "en-GB", "en-IN", "en-AU", "en-NZ", "en-ZA"];

/** Abbreviations that `Intl` has in none of these. */
const MORE_ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  "Asia/Tokyo": ["JST"],
  "Asia/Seoul": ["KST"],
  "Asia/Shanghai": ["CST"],
  "Asia/Hong_Kong": ["HKT"],
  "Asia/Singapore": ["SGT"],
  "Europe/Moscow": ["MSK", "МСК"],
};

/**
 * The zone written with a time: UTC with or without an offset, an IANA name, or the sender's own zone, abbreviated or in
 * words. `undefined` for any other, because abbreviations are ambiguous: India, Israel and Ireland all use IST.
 */
export function readZone(typed: string, own: string): string | undefined {
  const [, hours, minutes = "00"] =
    /^(?:UTC|GMT)(?:([+-]\d{1,2})(?::?(\d{2}))?)?$/i.exec(typed) ?? [];
  if (hours !== undefined) {
    const sign = hours.startsWith("-") ? "-" : "+";
    const digits = hours.slice(1).padStart(2, "0");
    return Number(digits) > 14 || Number(minutes) > 59 ? undefined : `${sign}${digits}:${minutes}`;
  }
  if (typed.includes("/") && isZone(typed)) return typed;
  const name = typed.toUpperCase();
  if (name === "UTC" || name === "GMT") return "UTC";
  const names = namesOf(own);
  return names.has(name) || isZonePhrase(typed, own, names) ? own : undefined;
}

function namesOf(zone: string): Set<string> {
  const names = new Set(MORE_ABBREVIATIONS[zone]);
  // A zone that is an offset has no name, and Node 20's Intl rejects it.
  if (/^[+-]/.test(zone)) return names;
  for (const locale of ENGLISHES) {
    for (const timeZoneName of ["short", "shortGeneric", "long", "longGeneric"] as const) {
      const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName });
      for (const month of [0, 6]) {
        const parts = format.formatToParts(Date.UTC(2026, month, 1));
        names.add(parts.find(({ type }) => type === "timeZoneName")?.value.toUpperCase() ?? "");
      }
    }
  }
  return names;
}
