import { anyOf, LETTER } from "../word-edges";
import { isZone } from "./wall-time";

type ZoneNames = Readonly<Partial<Record<string, string>>>;

/** Before `time`, besides all cities in the time zone database. */
const ENGLISH: ZoneNames = {
  "Europe/Paris": "french|france",
  "Europe/London": "uk|british",
  "Europe/Berlin": "german|germany",
  "Europe/Zurich": "swiss|geneva",
  "Asia/Tokyo": "japan|japanese",
  "Asia/Shanghai": "china|chinese|beijing",
  "Asia/Taipei": "taiwan",
  "Asia/Seoul": "korea|korean",
  "Asia/Kolkata": "india|indian|delhi|mumbai|bangalore",
  "America/Toronto": "montréal",
  "America/Los_Angeles": "san francisco|seattle|california",
};

/** After `heure`. */
const FRENCH: ZoneNames = {
  "Europe/Paris": "de paris|française|de france",
  "Europe/London": "de londres|britannique|anglaise|du royaume-uni",
  "Europe/Berlin": "de berlin|allemande",
  "Europe/Zurich": "de genève|de zurich|suisse",
  "Europe/Brussels": "de bruxelles|belge",
  "Europe/Moscow": "de moscou",
  "Europe/Kiev": "de kiev",
  "Asia/Tokyo": "de tokyo|japonaise|du japon",
  "Asia/Shanghai": "de pékin|de shanghai|chinoise|de chine",
  "Asia/Hong_Kong": "de hong kong",
  "Asia/Singapore": "de singapour",
  "Asia/Seoul": "de séoul",
  "Asia/Kolkata": "indienne|de l'inde",
  "Asia/Dubai": "de dubaï",
  "America/New_York": "de new york|de new-york",
  "America/Toronto": "de montréal|du québec|de toronto",
  "America/Los_Angeles": "de los angeles|de californie",
};

/** After `по`. */
const RUSSIAN: ZoneNames = {
  "Europe/Paris": "парижу|парижскому",
  "Europe/London": "лондону|лондонскому",
  "Europe/Berlin": "берлину|берлинскому",
  "Europe/Zurich": "женеве|цюриху",
  "Europe/Brussels": "брюсселю",
  "Europe/Moscow": "москве|московскому|мск",
  "Europe/Kiev": "киеву|киевскому",
  "Europe/Minsk": "минску|минскому",
  "Europe/Samara": "самаре|самарскому",
  "Asia/Yekaterinburg": "екатеринбургу|екатеринбургскому",
  "Asia/Omsk": "омску|омскому",
  "Asia/Novosibirsk": "новосибирску|новосибирскому",
  "Asia/Krasnoyarsk": "красноярску|красноярскому",
  "Asia/Vladivostok": "владивостоку|владивостокскому",
  "Asia/Almaty": "алматы|алма-ате|астане",
  "Asia/Tokyo": "токио|токийскому|японскому",
  "Asia/Shanghai": "пекину|пекинскому|китайскому",
  "Asia/Kolkata": "дели|индийскому",
  "Asia/Dubai": "дубаю",
  "America/New_York": "нью-йорку",
  "America/Los_Angeles": "лос-анджелесу",
};

/** Before `時間` or `时间`. */
const HAN: ZoneNames = {
  "Europe/Paris": "パリ|フランス|巴黎|法国|法國",
  "Europe/London": "ロンドン|英国|イギリス|伦敦|倫敦|英國",
  "Europe/Berlin": "ベルリン|ドイツ|柏林|德国",
  "Europe/Zurich": "スイス|瑞士",
  "Europe/Moscow": "モスクワ|莫斯科",
  "Asia/Tokyo": "日本|東京|东京",
  "Asia/Shanghai": "北京|上海|中国|中國|東八区|东八区",
  "Asia/Hong_Kong": "香港",
  "Asia/Taipei": "台北|台湾|台灣",
  "Asia/Singapore": "シンガポール|新加坡",
  "Asia/Seoul": "ソウル|韓国|首尔|韩国",
  "Asia/Kolkata": "インド|印度",
  "Asia/Dubai": "ドバイ|迪拜",
  "Australia/Sydney": "シドニー|悉尼",
  "America/New_York": "ニューヨーク|纽约|紐約|美东|美東|米国東部|東部",
  "America/Chicago": "シカゴ|芝加哥|米国中部",
  "America/Los_Angeles": "ロサンゼルス|洛杉矶|洛杉磯|美西|米国太平洋|太平洋",
};

/** Other names of the same zone in the time zone database. */
const ALIASES: ZoneNames = {
  "Europe/Kyiv": "Europe/Kiev",
  "Asia/Chongqing": "Asia/Shanghai",
  "Asia/Harbin": "Asia/Shanghai",
  PRC: "Asia/Shanghai",
  "Asia/Calcutta": "Asia/Kolkata",
  "America/Montreal": "America/Toronto",
};

/** Zones of a region, which `Intl` names in the English of its speakers. */
const REGIONS =
  "eastern|central|mountain|pacific|atlantic|alaska|hawaii|newfoundland|central european|eastern european|" +
  "western european|middle european|greenwich mean|israel|arabian|gulf|brasilia";

/** The sender's own zone. */
const OWN =
  "local time|my time|heure locale|по местному(?: времени)?|现地時間|当地时间|本地时间|現地時間|我的时间";

const ZONES = Intl.supportedValuesOf("timeZone");

function cityOf(zone: string): string {
  const city = zone.slice(zone.lastIndexOf("/") + 1);
  return city.replace(/_/g, " ").toLowerCase();
}

function namesIn(language: ZoneNames): string {
  return anyOf(Object.values(language).flatMap((names) => names?.split("|") ?? []));
}

const END = `(?![${LETTER}0-9]|-[${LETTER}])`;
const CITY = anyOf(ZONES.map(cityOf).filter((city) => /^[a-z' -]+$/.test(city)));

const PHRASE = [
  `(?:${CITY}|${REGIONS}|${namesIn(ENGLISH)})(?: (?:standard|daylight|summer|winter))? time${END}`,
  `(?:à l')?heure (?:${namesIn(FRENCH)}|(?:de |d')(?:${CITY}))${END}`,
  `(?:по (?:${namesIn(RUSSIAN)})(?: времени)?)${END}`,
  `(?:московского времени)${END}`,
  `(?:${namesIn(HAN)})(?:標準|标准)?(?:時間|时间)`,
  `(?:${OWN})${END}`,
].join("|");

/** A zone in words, before or after a time: `Paris time`, `heure de Paris`, `по Москве`, `日本時間`. */
export const ZONE_PHRASE = `(?:${PHRASE})`;

/** Whether the words name the zone; `intlNames` are its names in `Intl`. */
function isZonePhrase(phrase: string, zone: string, intlNames: ReadonlySet<string>): boolean {
  const typed = phrase.toLowerCase().replace(/’/g, "'");
  if (intlNames.has(typed.toUpperCase()) || new RegExp(`^(?:${OWN})$`, "u").test(typed))
    return true;
  const name = typed
    .replace(
      /(?: (?:standard|daylight|summer|winter))? time$| времени$|(?:標準|标准)?(?:時間|时间)$/u,
      "",
    )
    .replace(/^(?:(?:à l')?heure |по )/u, "")
    .replace(/^московского$/u, "московскому");
  const city = name.replace(/^(?:de |d')/u, "");
  if (cityOf(zone) === city && ZONES.includes(zone)) return true;
  const id = ALIASES[zone] ?? zone;
  return [ENGLISH, FRENCH, RUSSIAN, HAN].some((names) => names[id]?.split("|").includes(name));
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
