import type { RequestContext } from "../../src/request/parse-request";
import { readWallClock } from "../../src/request/time/wall-time";
import { readWholeNumber } from "../../src/request/time/whole-number";

export type SeveralOccurrences =
  /** All from Monday to Sunday, in the sender's time zone. */
  | { kind: "week"; monday: string }
  /** So many, from the next one on. */
  | { kind: "count"; count: number };

/** A longer break is a pause. */
const MAX_COUNT = 20;

/** What can be said of them, before or after what names them. */
const NOUNS = {
  before: "(?:(?:наши |наше |все )?(?:встречи |собрания |созвоны ))?",
  after:
    "(?:['’]s)?(?: (?:meetings?|calls?|réunions?|visios?|встреч[иу]?|собрани[йя]|созвон(?:ов|ы)?))?" +
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

/** The group is the number. */
const COUNTS = [
  toWhole(String.raw`(?:the |our )?next (\S+)(?: (?:times|ones|days|occurrences))?`),
  toWhole(String.raw`(?:the )?(\S+) times`),
  toWhole(String.raw`(?:les |nos )?(\S+) (?:prochain(?:e)?s|suivantes)(?: fois)?`),
  toWhole(String.raw`(\S+) fois`),
  toWhole(String.raw`(?:следующи[ех]|ближайши[ех]) (\S+)(?: раза?)?`),
  toWhole(String.raw`(\S+) (?:следующи[ех]|ближайши[ех]|раза?)`),
  toWhole(String.raw`(?:次の|今後|次から)(\S+?)回(?:分)?`),
  toWhole(String.raw`(\S+?)回(?:分)?`),
  toWhole(String.raw`(?:接下来|下面|后面|后|下|未来)(?:的)?(\S+?)次`),
];

/** "next week", "the next two". */
export function readSeveral(text: string, context: RequestContext): SeveralOccurrences | undefined {
  const week = WEEKS.find(([, pattern]) => pattern.test(text))?.[0];
  if (week !== undefined) {
    const today = readWallClock(context.now, context.timeZone).now.toPlainDate();
    const monday = today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks: week });
    return { kind: "week", monday: monday.toString() };
  }
  const typed = COUNTS.map((pattern) => pattern.exec(text)?.[1]).find((word) => word !== undefined);
  const count = typed === undefined ? undefined : readWholeNumber(typed);
  return count !== undefined && count > 0 && count <= MAX_COUNT
    ? { kind: "count", count }
    : undefined;
}
