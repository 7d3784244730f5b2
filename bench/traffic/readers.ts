import { people, type TestPerson } from "../../test/support/activities";

/** Someone who sees a card, in their own language and time zone. */
export interface Reader {
  from: TestPerson;
  locale: string;
  timeZone: string;
}

export const LOCALES = ["en-US", "fr-FR", "ja-JP", "ru-RU", "zh-CN"] as const;
const TIME_ZONES = [
  "America/New_York",
  "Europe/Paris",
  "Asia/Tokyo",
  "Europe/Moscow",
  "Asia/Shanghai",
  "Asia/Kolkata",
  "UTC",
];

/** The languages and zones don't go together: all pairs occur. */
export function readers(count: number): Reader[] {
  return people(count).map((from, index) => ({
    from,
    locale: LOCALES[index % LOCALES.length] ?? LOCALES[0],
    timeZone: TIME_ZONES[index % TIME_ZONES.length] ?? "UTC",
  }));
}
