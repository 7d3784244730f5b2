import type { FoundPerson } from "./find-people";

/** How far to look for the words around a name. */
export const REACH = 20;

const SEPARATOR = /^(?:[ ,;&+、と和跟与及]|(?:(?<= )(?:and|et|и|plus|with|avec)(?= )))*$/u;
const SUFFIX = /(?: ?(?:さん|様|氏|くん|ちゃん))?(?: ?(?:と一緒に|とともに|と共に|と|も|一起))?/uy;

/** People with nothing but separators between them: `@Ana, @Bo and @Cy`. */
export function toGroups(plain: string, people: readonly FoundPerson[]): FoundPerson[][] {
  const groups: FoundPerson[][] = [];
  for (const person of people) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const between = last && plain.slice(endOfSuffix(plain, last.end), person.start);
    if (group && between !== undefined && between.length < REACH && SEPARATOR.test(between)) {
      group.push(person);
    } else groups.push([person]);
  }
  return groups;
}

/** After the suffix of a Japanese name, if it has one. */
export function endOfSuffix(plain: string, from: number): number {
  SUFFIX.lastIndex = from;
  return SUFFIX.test(plain) ? SUFFIX.lastIndex : from;
}
