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
  for (const group of toGroups(plain, people)) {
    const span = toListSpan(plain, group);
    if (span) listed.push(span);
    else inSubject.push(...group);
  }
  return { listed, inSubject };
}

function toListSpan(plain: string, group: readonly FoundPerson[]): Span | undefined {
  const first = group[0]?.start ?? 0;
  const last = group.at(-1)?.end ?? first;
  const end = endOfSuffix(plain, last);
  const before = plain.slice(Math.max(0, first - REACH), first);
  const after = plain.slice(end);
  if (ATTACHED.test(after) || SUBJECT_BEFORE.test(before)) return undefined;
  if (CONTINUES.test(after) && !isConnector(after)) return undefined;
  const preposition = WITH.exec(before) ?? JOINING.exec(before);
  if (preposition) return { start: first - preposition[0].length, end };
  const hasSuffix = end > last;
  const isAtEdge = isConnector(plain.slice(0, first)) || isConnector(after);
  return hasSuffix || isAtEdge ? { start: first, end } : undefined;
}
