import { toVagueMatch } from "./calendar-date";
import { isDay, type Match, type MatchOf } from "./match";
import type { TimeText } from "./time-text";

/**
 * Joins days of which one is meant (`Monday or Tuesday`), and weekdays that one meeting can't have (`Mon, Wed and Fri`), into one
 * match. The matches must be sorted.
 */
export function joinChoices(text: TimeText, matches: readonly Match[]): Match[] {
  const joined: Match[] = [];
  for (let index = 0; index < matches.length; index++) {
    const last = findLast(text, matches, index);
    const [first, end] = [matches[index], matches[last]?.end];
    if (!first || end === undefined) break;
    joined.push(
      last === index ? first : toVagueMatch({ start: first.start, end }, "likely", "edge"),
    );
    index = last;
  }
  return joined;
}

/** A longer list isn't one of days. */
const MAX_DAYS = 7;

/** The index of the last day of a list that starts at an index. */
function findLast(text: TimeText, matches: readonly Match[], first: number): number {
  let last = first;
  let isChoice = false;
  for (let index = first; index < first + MAX_DAYS; index++) {
    const [day, next] = [matches[index], matches[index + 1]];
    if (!isDatedDay(day) || !isDatedDay(next)) break;
    const isOr = isOrBetween(text, day.end, next.start);
    const isList = isComma(text, day.end, next.start) || isAnd(text, day.end, next.start);
    if (!isOr && !isList) break;
    isChoice ||= isOr || areWeekdays(day, next);
    last = index + 1;
  }
  return isChoice ? last : first;
}

function isComma({ plain }: TimeText, from: number, to: number): boolean {
  return /^ ?[,、，/&+]? ?$/.test(plain.slice(from, to));
}

function isAnd(text: TimeText, from: number, to: number): boolean {
  const and = text.next("and", from);
  return and !== undefined && and.end <= to && text.plain.slice(and.end, to).trim() === "";
}

/** Two of them; `Tuesday, 24 November` is one day. */
function areWeekdays({ value: first }: MatchOf<"day">, { value: second }: MatchOf<"day">): boolean {
  const [one, other] = [first.day.weekday, second.day.weekday];
  return one !== undefined && other !== undefined && one !== other && !first.day.repeat;
}

function isDatedDay(match: Match | undefined): match is MatchOf<"day"> {
  return match !== undefined && isDay(match) && match.value.day.date !== undefined;
}

/** Whether nothing else is between two positions. */
export function isOrBetween(text: TimeText, from: number, to: number): boolean {
  const start = text.skipSpace(text.plain.charAt(from) === "," ? from + 1 : from);
  const or = text.word("or", start);
  return or !== undefined && or.end <= to && text.plain.slice(or.end, to).trim() === "";
}
