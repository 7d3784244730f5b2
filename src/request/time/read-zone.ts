import { isZone } from "./wall-time";
import { isZonePhrase } from "./zone-words";

/** `Intl` abbreviates a zone only in the English of a place that uses it. */
const ENGLISHES = ["en-US", "en-CA", "en-GB", "en-IN", "en-AU", "en-NZ", "en-ZA"];

/** Zones whose abbreviation no English of `Intl` knows. */
const LOCAL: Readonly<Record<string, readonly string[]>> = {
  "Asia/Tokyo": ["JST"],
  "Asia/Seoul": ["KST"],
  "Asia/Shanghai": ["CST"],
  "Asia/Hong_Kong": ["HKT"],
  "Asia/Singapore": ["SGT"],
  "Europe/Moscow": ["MSK", "МСК"],
};

/**
 * The zone that was written beside a time: UTC with or without an offset, a zone by its IANA name, or the
 * writer's own, by its abbreviation or in words. `undefined` for any other, because an abbreviation does not say which: IST is India's,
 * Israel's and Ireland's.
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
  const names = new Set(LOCAL[zone]);
  // A zone that is an offset has no name, and Node 20's Intl does not take it.
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
