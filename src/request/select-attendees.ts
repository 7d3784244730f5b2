import { PERSON, CONSUMED, type Span } from "./masked-text";
import type { FoundPerson } from "./find-people";
import { isConnector } from "./connector";
import { LETTER } from "./word-edges";

/** `with` in five languages, at the end of what stands before a list. */
const WITH =
  /(?:(?<![\p{L}\p{N}'-])(?:(?:together |along |and )?with|w\/|inviting|invite|(?:et )?avec|вместе с|(?:и )?со?|cc)[ :]{0,2}|(?:和|跟|与|與|同|邀请|邀請) ?)$/u;
/** What belongs to a topic that goes on with a name. */
const HOLDING =
  /(?:(?<![\p{L}\p{N}])(?:of|for|by|about|to|from|on|between|de|du|des|d'|pour|par|sur|entre|о|об|от|для|у|между|к|про) ?|[の的])$/u;
/** `#design and @Ana`: the word joins the list to what was taken before it. */
const JOINING = new RegExp(`(?<=[${CONSUMED}${PERSON}] ?)(?:and|et|и|&|,) $`, "u");
const REACH = 20;

const SEPARATOR = /^(?:[ ,;&+、と和跟与及]|(?:(?<= )(?:and|et|и|plus|with|avec)(?= )))*$/u;
const SUFFIX = /(?: ?(?:さん|様|氏|くん|ちゃん))?(?: ?(?:と一緒に|とともに|と共に|と|も|一起))?/uy;
const GLUED = new RegExp(`^(?:['${LETTER}0-9]|[の的])`, "u");
const GOES_ON = /^ (?:and|et|и|&) /u;

export interface AttendeeSelection {
  /** Lists that go, with the words that belong to them. */
  listed: readonly Span[];
  /** People who stay in the topic by their names. */
  inSubject: readonly FoundPerson[];
}

/**
 * Says which people are a list (`with @Ana and @Bo`, or one at the beginning or the end), and which are part of
 * the topic (`Review of @Ana's masked`).
 */
export function selectAttendees(plain: string, people: readonly FoundPerson[]): AttendeeSelection {
  const taken: Span[] = [];
  const kept: FoundPerson[] = [];
  for (const group of toGroups(plain, people)) {
    const span = toListSpan(plain, group);
    if (span) taken.push(span);
    else kept.push(...group);
  }
  return { listed: taken, inSubject: kept };
}

function toGroups(plain: string, people: readonly FoundPerson[]): FoundPerson[][] {
  const groups: FoundPerson[][] = [];
  for (const person of people) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const between = last && plain.slice(withSuffix(plain, last.end), person.start);
    if (group && between !== undefined && between.length < REACH && SEPARATOR.test(between)) {
      group.push(person);
    } else groups.push([person]);
  }
  return groups;
}

function withSuffix(plain: string, from: number): number {
  SUFFIX.lastIndex = from;
  return SUFFIX.test(plain) ? SUFFIX.lastIndex : from;
}

function toListSpan(plain: string, group: readonly FoundPerson[]): Span | undefined {
  const first = group[0]?.start ?? 0;
  const last = group.at(-1)?.end ?? first;
  const end = withSuffix(plain, last);
  const before = plain.slice(Math.max(0, first - REACH), first);
  const after = plain.slice(end);
  const preposition = WITH.exec(before) ?? JOINING.exec(before);
  if (GLUED.test(after) || HOLDING.test(before)) return undefined;
  if (GOES_ON.test(after) && !isConnector(after)) return undefined;
  if (preposition) return { start: first - preposition[0].length, end };
  const isBesideWith = end > last;
  if (isBesideWith || isConnector(plain.slice(0, first)) || isConnector(after))
    return { start: first, end };
  return undefined;
}
