import { anyOf, LETTER } from "../word-edges";
import { isZone } from "./wall-time";

interface Place {
  zones: readonly string[];
  /** As used before `time`, after `heure`, after `по`, and before `時間` or `时间`. */
  english?: string;
  french?: string;
  russian?: string;
  han?: string;
}

/** Besides these, `ZONE_PHRASE` knows the English names of all cities in the time zone database. */
const PLACES: readonly Place[] = [
  {
    zones: ["Europe/Paris"],
    english: "french|france",
    french: "de paris|française|de france",
    russian: "парижу|парижскому",
    han: "パリ|フランス|巴黎|法国|法國",
  },
  {
    zones: ["Europe/London"],
    english: "uk|british",
    french: "de londres|britannique|anglaise|du royaume-uni",
    russian: "лондону|лондонскому",
    han: "ロンドン|英国|イギリス|伦敦|倫敦|英國",
  },
  {
    zones: ["Europe/Berlin"],
    english: "german|germany",
    french: "de berlin|allemande",
    russian: "берлину|берлинскому",
    han: "ベルリン|ドイツ|柏林|德国",
  },
  {
    zones: ["Europe/Zurich"],
    english: "swiss|geneva",
    french: "de genève|de zurich|suisse",
    russian: "женеве|цюриху",
    han: "スイス|瑞士",
  },
  { zones: ["Europe/Brussels"], french: "de bruxelles|belge", russian: "брюсселю" },
  {
    zones: ["Europe/Moscow"],
    french: "de moscou",
    russian: "москве|московскому|мск",
    han: "モスクワ|莫斯科",
  },
  { zones: ["Europe/Kiev", "Europe/Kyiv"], french: "de kiev", russian: "киеву|киевскому" },
  { zones: ["Europe/Minsk"], russian: "минску|минскому" },
  { zones: ["Europe/Samara"], russian: "самаре|самарскому" },
  { zones: ["Asia/Yekaterinburg"], russian: "екатеринбургу|екатеринбургскому" },
  { zones: ["Asia/Omsk"], russian: "омску|омскому" },
  { zones: ["Asia/Novosibirsk"], russian: "новосибирску|новосибирскому" },
  { zones: ["Asia/Krasnoyarsk"], russian: "красноярску|красноярскому" },
  { zones: ["Asia/Vladivostok"], russian: "владивостоку|владивостокскому" },
  { zones: ["Asia/Almaty"], russian: "алматы|алма-ате|астане" },
  {
    zones: ["Asia/Tokyo"],
    english: "japan|japanese",
    french: "de tokyo|japonaise|du japon",
    russian: "токио|токийскому|японскому",
    han: "日本|東京|东京",
  },
  {
    zones: ["Asia/Shanghai", "Asia/Chongqing", "Asia/Harbin", "PRC"],
    english: "china|chinese|beijing",
    french: "de pékin|de shanghai|chinoise|de chine",
    russian: "пекину|пекинскому|китайскому",
    han: "北京|上海|中国|中國|東八区|东八区",
  },
  { zones: ["Asia/Hong_Kong"], french: "de hong kong", han: "香港" },
  { zones: ["Asia/Taipei"], english: "taiwan", han: "台北|台湾|台灣" },
  { zones: ["Asia/Singapore"], french: "de singapour", han: "シンガポール|新加坡" },
  {
    zones: ["Asia/Seoul"],
    english: "korea|korean",
    french: "de séoul",
    han: "ソウル|韓国|首尔|韩国",
  },
  {
    zones: ["Asia/Kolkata", "Asia/Calcutta"],
    english: "india|indian|delhi|mumbai|bangalore",
    french: "indienne|de l'inde",
    russian: "дели|индийскому",
    han: "インド|印度",
  },
  { zones: ["Asia/Dubai"], french: "de dubaï", russian: "дубаю", han: "ドバイ|迪拜" },
  { zones: ["Australia/Sydney"], han: "シドニー|悉尼" },
  {
    zones: ["America/New_York"],
    french: "de new york|de new-york",
    russian: "нью-йорку",
    han: "ニューヨーク|纽约|紐約|美东|美東|米国東部|東部",
  },
  {
    zones: ["America/Toronto", "America/Montreal"],
    english: "montréal",
    french: "de montréal|du québec|de toronto",
  },
  { zones: ["America/Chicago"], han: "シカゴ|芝加哥|米国中部" },
  {
    zones: ["America/Los_Angeles"],
    english: "san francisco|seattle|california",
    french: "de los angeles|de californie",
    russian: "лос-анджелесу",
    han: "ロサンゼルス|洛杉矶|洛杉磯|美西|米国太平洋|太平洋",
  },
];

/** Zones of a region, which `Intl` names in the English of its speakers. */
const REGIONS =
  "eastern|central|mountain|pacific|atlantic|alaska|hawaii|newfoundland|central european|eastern european|" +
  "western european|middle european|greenwich mean|israel|arabian|gulf|brasilia";

/** The sender's own zone. */
const OWN =
  "local time|my time|heure locale|по местному(?: времени)?|现地時間|当地时间|本地时间|現地時間|我的时间";

const CITY_ZONES = Intl.supportedValuesOf("timeZone").map(
  (zone) =>
    [
      zone
        .slice(zone.lastIndexOf("/") + 1)
        .replace(/_/g, " ")
        .toLowerCase(),
      zone,
    ] as const,
);

function namesIn(language: "english" | "french" | "russian" | "han"): string {
  return anyOf(PLACES.flatMap((place) => place[language]?.split("|") ?? []));
}

const END = `(?![${LETTER}0-9]|-[${LETTER}])`;
const CITY = anyOf(CITY_ZONES.map(([city]) => city).filter((city) => /^[a-z' -]+$/.test(city)));

const PHRASE = [
  `(?:${CITY}|${REGIONS}|${namesIn("english")})(?: (?:standard|daylight|summer|winter))? time${END}`,
  `(?:à l')?heure (?:${namesIn("french")}|(?:de |d')(?:${CITY}))${END}`,
  `(?:по (?:${namesIn("russian")})(?: времени)?)${END}`,
  `(?:московского времени)${END}`,
  `(?:${namesIn("han")})(?:標準|标准)?(?:時間|时间)`,
  `(?:${OWN})${END}`,
].join("|");

/** A zone in words, before or after a time: `Paris time`, `heure de Paris`, `по Москве`, `日本時間`. */
export const ZONE_PHRASE = `(?:${PHRASE})`;

/** Whether the words name the zone; `names` are its names in `Intl`. */
function isZonePhrase(phrase: string, zone: string, names: ReadonlySet<string>): boolean {
  const typed = phrase.toLowerCase().replace(/’/g, "'");
  if (new RegExp(`^(?:${OWN})$`, "u").test(typed) || names.has(typed.toUpperCase())) return true;
  const name = typed
    .replace(
      /(?: (?:standard|daylight|summer|winter))? time$| времени$|(?:標準|标准)?(?:時間|时间)$/u,
      "",
    )
    .replace(/^(?:(?:à l')?heure |по )/u, "")
    .replace(/^московского$/u, "московскому");
  const city = name.replace(/^(?:de |d')/u, "");
  if (CITY_ZONES.some(([known, id]) => known === city && id === zone)) return true;
  return PLACES.some(
    ({ zones, english, french, russian, han }) =>
      zones.includes(zone) &&
      [english, french, russian, han].some((known) => known?.split("|").includes(name)),
  );
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
