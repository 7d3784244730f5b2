import type { Temporal } from "@js-temporal/polyfill";
import type { RequestContext } from "../../src/request/parse-request";
import { readWallClock } from "../../src/request/time/wall-time";
import { readWholeNumber } from "../../src/request/time/whole-number";

export type SeveralOccurrences =
  /** All from one day to another, in the sender's time zone: `2026-12-01`. */
  | { kind: "days"; first: string; last: string }
  /** So many, from the next one on. */
  | { kind: "count"; count: number };

/** A longer break is a pause. */
const MAX_COUNT = 20;
const MAX_DAYS = 28;
const DAYS_OF_WEEK = 7;

/** What can be said of them, before or after what names them. */
const NOUNS = {
  before: "(?:(?:наши |наше |все )?(?:встречи |собрания |созвоны ))?",
  after:
    "(?:['’]s?)?(?: (?:meetings?|calls?|réunions?|visios?|встреч[иу]?|собрани[йя]|созвон(?:ов|ы)?))?" +
    "(?:の?(?:会議|ミーティング))?(?:を|は|の)?(?:すべて|全部)?(?:的)?(?:会议|会)?(?: (?:please|svp|пожалуйста))?",
};

/** The whole text, with such words around it. */
function toWhole(...sources: string[]): RegExp {
  const source = `^${NOUNS.before}(?:${sources.join("|")})${NOUNS.after}[ .!?。！？]*$`;
  return new RegExp(source, "iu");
}

/** How many weeks from this one, and what means them in all languages. */
const WEEKS: readonly (readonly [number, RegExp])[] = [
  [
    0,
    toWhole(
      "(?:(?:all|for|rest|of|the|our|meetings|calls) )*this (?:whole |entire )?week",
      "(?:toute |toutes )?(?:les réunions de )?cette semaine",
      "(?:на |всю )?эт(?:у|ой) недел[юе]",
      "今週(?:いっぱい|分)?",
      "(?:这|本)(?:一)?(?:个)?(?:周|星期|礼拜)",
    ),
  ],
  [
    1,
    toWhole(
      "(?:(?:all|for|of|the|our|meetings|calls) )*next (?:whole |entire )?week",
      "(?:toute |toutes )?(?:les réunions de )?la semaine prochaine",
      "(?:на |всю )?(?:следующ(?:ую|ей)|будущ(?:ую|ей)) недел[юе]",
      "来週(?:いっぱい|分)?",
      "下(?:一)?(?:个)?(?:周|星期|礼拜)",
    ),
  ],
  [2, toWhole("(?:the )?week after next", "再来週", "下下(?:个)?(?:周|星期|礼拜)")],
];

/** How many days from tomorrow on, or weeks from next Monday on. The group that matches is the number. */
const RANGES: readonly (readonly ["days" | "weeks", RegExp])[] = [
  [
    "days",
    toWhole(
      String.raw`(?:for |over )?(?:the )?next (\S+) days`,
      String.raw`(?:pendant |pour )?(?:les |ces )?(\S+) (?:prochains jours|jours suivants)`,
      String.raw`(?:на |в )?(?:следующие|ближайшие) (\S+) (?:день|дня|дней)`,
      String.raw`(?:今後|次の|これから|向こう)(\S+?)日間`,
      String.raw`(?:接下来|未来|后面|今后)(?:的)?(\S+?)天`,
    ),
  ],
  [
    "weeks",
    toWhole(
      String.raw`(?:for |over )?(?:the )?next (\S+) weeks`,
      String.raw`(?:pendant |pour )?(?:les |ces )?(\S+) (?:prochaines semaines|semaines suivantes)`,
      String.raw`(?:на |в )?(?:следующие|ближайшие) (\S+) недел[иь]`,
      String.raw`(?:今後|次の|これから|向こう)(\S+?)週間`,
      String.raw`(?:接下来|未来|后面|今后|下)(?:的)?(\S+?)个?(?:周|星期|礼拜)`,
    ),
  ],
];

/** The group is the number. */
const COUNTS = [
  toWhole(String.raw`(?:the |our )?next (\S+)(?: (?:times|ones|occurrences))?`),
  toWhole(String.raw`(?:the )?(\S+) times`),
  toWhole(String.raw`(?:les |nos )?(\S+) (?:prochain(?:e)?s|suivantes)(?: fois)?`),
  toWhole(String.raw`(\S+) fois`),
  toWhole(String.raw`(?:следующи[ех]|ближайши[ех]) (\S+)(?: раза?)?`),
  toWhole(String.raw`(\S+) (?:следующи[ех]|ближайши[ех]|раза?)`),
  toWhole(String.raw`(?:次の|今後|次から)(\S+?)回(?:分)?`),
  toWhole(String.raw`(\S+?)回(?:分)?`),
  toWhole(String.raw`(?:接下来|下面|后面|后|下|未来)(?:的)?(\S+?)次`),
];

/** "next week", "the next two", "for the next 3 days". */
export function readSeveral(text: string, context: RequestContext): SeveralOccurrences | undefined {
  const today = readWallClock(context.now, context.timeZone).now.toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const week = WEEKS.find(([, pattern]) => pattern.test(text))?.[0];
  if (week !== undefined) return toDays(monday.add({ weeks: week }), DAYS_OF_WEEK);
  for (const [unit, pattern] of RANGES) {
    const count = readCount(pattern, text);
    if (count === undefined) continue;
    const days = unit === "weeks" ? count * DAYS_OF_WEEK : count;
    const first = unit === "weeks" ? monday.add({ weeks: 1 }) : today.add({ days: 1 });
    return days <= MAX_DAYS ? toDays(first, days) : undefined;
  }
  const count = COUNTS.map((pattern) => readCount(pattern, text)).find((n) => n !== undefined);
  return count !== undefined && count <= MAX_COUNT ? { kind: "count", count } : undefined;
}

/** At least one. */
function readCount(pattern: RegExp, text: string): number | undefined {
  const typed = pattern
    .exec(text)
    ?.slice(1)
    .find((group) => group !== undefined);
  return (typed && readWholeNumber(typed)) || undefined;
}

function toDays(first: Temporal.PlainDate, count: number): SeveralOccurrences {
  const last = first.add({ days: count - 1 });
  return { kind: "days", first: first.toString(), last: last.toString() };
}
