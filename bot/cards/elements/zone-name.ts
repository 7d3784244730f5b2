import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import { toDateFormat } from "./date-format";

/** The viewer's time zone, or UTC if it doesn't exist. */
export function toTimeZone({ timeZone }: Viewer): string {
  try {
    return toDateFormat("en-US", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}

/** Regions whose English has short names for more zones: "CET" in British English, "AEDT" in Australian. */
const ENGLISH = ["en-US", "en-GB", "en-AU", "en-IN", "en-NZ", "en-ZA"];

/** By language and IANA id: the name that people use, where `Intl` has another one. */
const USUAL_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fr: {
    "Africa/Abidjan": "heure d’Abidjan",
    "Africa/Algiers": "heure d’Alger",
    "Africa/Casablanca": "heure de Casablanca",
    "Africa/Dakar": "heure de Dakar",
    "Africa/Tunis": "heure de Tunis",
    "Asia/Calcutta": "heure de l’Inde",
    "Asia/Dubai": "heure de Dubaï",
    "Asia/Hong_Kong": "heure de Hong Kong",
    "Asia/Kolkata": "heure de l’Inde",
    "Asia/Shanghai": "heure de Pékin",
    "Asia/Singapore": "heure de Singapour",
    "Asia/Tokyo": "heure de Tokyo",
    "Europe/Berlin": "heure de Berlin",
    "Europe/Brussels": "heure de Bruxelles",
    "Europe/London": "heure de Londres",
    "Europe/Luxembourg": "heure de Luxembourg",
    "Europe/Madrid": "heure de Madrid",
    "Europe/Moscow": "heure de Moscou",
    "Europe/Paris": "heure de Paris",
    "Europe/Rome": "heure de Rome",
    "Europe/Zurich": "heure suisse",
    "Indian/Reunion": "heure de La Réunion",
  },
  ja: {
    "Asia/Hong_Kong": "香港時間",
    "Asia/Macau": "マカオ時間",
    "Asia/Tokyo": "日本時間",
  },
  ru: { "Europe/Moscow": "МСК" },
  zh: {
    "Asia/Dubai": "迪拜时间",
    "Asia/Hong_Kong": "香港时间",
    "Asia/Macau": "澳门时间",
    "Asia/Shanghai": "北京时间",
    "Asia/Taipei": "台北时间",
  },
};

/**
 * The short name of the viewer's zone at a time: "EST", "London time", "heure de Paris", "ニューヨーク時間". `Intl` has
 * abbreviations only where the locale's readers know them; elsewhere it names the zone's city or country.
 */
export function toZoneName(viewer: Viewer, at: Date): string {
  return nameZone(viewer, toTimeZone(viewer), at);
}

/** Which zone the times of a form are in. */
export function toZoneNote(viewer: Viewer, at: Date, messages: Messages): string {
  const { zone, unknownZone } = messages.roomsCard;
  return viewer.unknownZone === undefined
    ? zone({ zone: toZoneName(viewer, at) })
    : unknownZone({ zone: viewer.unknownZone });
}

/** `toZoneName` for a zone from `toTimeZone`. */
export function nameZone({ locale }: Viewer, timeZone: string, at: Date): string {
  if (timeZone === "UTC") return "UTC";
  const usual = USUAL_NAMES[new Intl.Locale(locale).language]?.[timeZone];
  if (usual) return usual;
  const nameIn = (language: string, style: ZoneStyle) =>
    readZone(createZoneFormat([language, "en-US"], timeZone, style), at);
  const isEnglish = /^en\b/iu.test(locale);
  for (const language of isEnglish ? new Set([locale, ...ENGLISH]) : [locale]) {
    const name = nameIn(language, "short");
    if (/^[A-Z]{2,5}$/u.test(name)) return name;
  }
  const generic = [toPlace(nameIn(locale, "shortGeneric")), nameIn(locale, "longGeneric")] as const;
  const name = generic.find((text) => !/[:\d]/u.test(text)) ?? generic[0];
  return isEnglish ? name.replace(/ Time$/u, " time") : name;
}

/** "heure : Autriche" is "Autriche": `Intl` can't write "heure d’Autriche". */
function toPlace(zoneName: string): string {
  return zoneName.replace(/^heure\s*: /u, "");
}

/** Reads the zone's offset from UTC at a time: "GMT+1". */
export function createOffsetReader({ locale }: Viewer, timeZone: string): (at: Date) => string {
  const format = createZoneFormat([locale, "en-US"], timeZone, "shortOffset");
  return (at) => readZone(format, at);
}

type ZoneStyle = "short" | "shortGeneric" | "longGeneric" | "shortOffset";

function createZoneFormat(locales: string[], timeZone: string, timeZoneName: ZoneStyle) {
  return toDateFormat(locales, { timeZone, timeZoneName });
}

function readZone(format: Intl.DateTimeFormat, at: Date): string {
  const part = format.formatToParts(at).find(({ type }) => type === "timeZoneName");
  return part?.value ?? format.resolvedOptions().timeZone;
}
