import { isConnector } from "./connector";
import type { FoundPerson } from "./find-people";
import { CONSUMED, PERSON, type Span } from "./masked-text";
import { endOfSuffix, REACH, toGroups } from "./people-groups";
import { LETTER } from "./word-edges";

/** `with` in all languages, right before a list. */
const WITH =
  /(?:(?<![\p{L}\p{N}'-])(?:(?:together |along |and )?with|w\/|inviting|invite|(?:et )?avec|вместе с|(?:и )?со?|cc)[ :]{0,2}|(?:和|跟|与|與|同|邀请|邀請) ?)$/u;
/** Prepositions that make the name part of the subject. */
const SUBJECT_BEFORE =
  /(?:(?<![\p{L}\p{N}])(?:of|for|by|about|to|from|on|between|de|du|des|d'|pour|par|sur|entre|о|об|от|для|у|между|к|про) ?|[の的])$/u;
/** `#design and @Ana`: connects the list to something already consumed. */
const JOINING = new RegExp(`(?<=[${CONSUMED}${PERSON}] ?)(?:and|et|и|&|,) $`, "u");
const ATTACHED = new RegExp(`^(?:['${LETTER}0-9]|[の的])`, "u");
const CONTINUES = /^ (?:and|et|и|&) /u;

/**
 * Tells lists of attendees (`with @Ana and @Bo`, or a list at the start or the end) from people named in the subject
 * (`Review of @Ana's draft`). The lists include the words that belong to them.
 */
export function selectAttendees(
  plain: string,
  people: readonly FoundPerson[],
): { listed: readonly Span[]; inSubject: readonly FoundPerson[] } {
  const listed: Span[] = [];
  const inSubject: FoundPerson[] = [];
  for (const group of toPlacedGroups(plain, people)) {
    const span = toListSpan(plain, group);
    if (span) listed.push(span);
    else inSubject.push(...group.people);
  }
  return { listed, inSubject };
}

/** People next to each other, and whether no word of the subject is before or after them. */
interface PlacedGroup extends Span {
  people: readonly FoundPerson[];
  hasSuffix: boolean;
  isAtStart: boolean;
  isAtEnd: boolean;
}

function toPlacedGroups(plain: string, people: readonly FoundPerson[]): PlacedGroup[] {
  const groups = toGroups(plain, people).map((group): PlacedGroup => {
    const start = group[0]?.start ?? 0;
    const last = group.at(-1)?.end ?? start;
    const end = endOfSuffix(plain, last);
    return { people: group, start, end, hasSuffix: end > last, isAtStart: false, isAtEnd: false };
  });
  // Each looks only as far as its neighbor: a pasted text can have hundreds of addresses.
  let before = { start: 0, isAtStart: true };
  for (const group of groups) {
    group.isAtStart = before.isAtStart && isConnector(plain.slice(before.start, group.start));
    before = group;
  }
  let after = { end: plain.length, isAtEnd: true };
  for (const group of groups.toReversed()) {
    group.isAtEnd = after.isAtEnd && isConnector(plain.slice(group.end, after.end));
    after = group;
  }
  return groups;
}

function toListSpan(
  plain: string,
  { start, end, hasSuffix, isAtStart, isAtEnd }: PlacedGroup,
): Span | undefined {
  const before = plain.slice(Math.max(0, start - REACH), start);
  const after = plain.slice(end, end + REACH);
  if (ATTACHED.test(after) || SUBJECT_BEFORE.test(before)) return undefined;
  if (CONTINUES.test(after) && !isAtEnd) return undefined;
  const preposition = WITH.exec(before) ?? JOINING.exec(before);
  if (preposition) return { start: start - preposition[0].length, end };
  return hasSuffix || isAtStart || isAtEnd ? { start, end } : undefined;
}
