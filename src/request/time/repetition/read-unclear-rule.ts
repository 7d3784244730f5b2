import { readOn } from "../read-on";
import type { Read, TimeText } from "../time-text";
import { readWeekdays } from "./read-weekdays";

/**
 * The end of what one rule can't say: `twice a week`, which doesn't name the days, and `毎月第2・第4火曜`, whose two places
 * neither `Recurrence` nor Graph's pattern has.
 */
export function endOfUnclearRule(text: TimeText, at: number): number | undefined {
  return text.word("oftenWithoutDays", at)?.end ?? endOfPlaces(text, at);
}

const JOINT = / ?[,、・/&+] ?/uy;

/** `every 2nd and 4th Tuesday` */
function endOfPlaces(text: TimeText, at: number): number | undefined {
  const every = text.word("every", at);
  // `every 2nd` is one word.
  const first = every && every.value > 1 ? every : readPlace(text, skipEvery(text, at, every?.end));
  const joint = first && endOfJoint(text, first.end);
  const second = joint === undefined ? undefined : readPlace(text, text.skipSpace(joint));
  const days = second && readWeekdays(text, text.skipSpace(second.end));
  const month = days && (text.next("ofTheMonth", days.end) ?? text.next("ofEveryMonth", days.end));
  return month?.end ?? days?.end;
}

/** After `every` and its unit: `毎月`. */
function skipEvery(text: TimeText, at: number, every: number | undefined): number {
  const start = every === undefined ? readOn(text, at) : text.skipSpace(every);
  const unit = every === undefined ? undefined : text.word("repeatUnits", start);
  return unit ? text.skipSpace(unit.end) : start;
}

/** `the 2nd` */
function readPlace(text: TimeText, at: number): Read<number> | undefined {
  const article = text.word("dayArticles", at) ?? text.word("articles", at);
  return text.word("placesInMonth", article ? text.skipSpace(article.end) : at);
}

function endOfJoint(text: TimeText, end: number): number | undefined {
  const sign = text.matches(JOINT, end);
  return sign ? end + sign[0].length : text.next("and", end)?.end;
}
