import { cutAtGrapheme, toOneLine } from "../../../src/request/one-line";
import type { Messages } from "../../locales/messages";
import { toBytes, type MentionBlock, type MentionEntity } from "../elements/adaptive-card";
import { toNameWithRole } from "../elements/names";
import type { Invitee } from "./meeting-card-data";

/** A person for Teams to notify. */
export interface Mention {
  /** `29:…`, the Entra object id, or the user principal name. */
  teamsId: string;
  name: string;
}

export interface MentionedPerson {
  mention: Mention;
  entity: MentionEntity;
}

/** Same as the limit for automatic refresh. */
const MAX_MENTIONS = 60;
const MAX_NAME = 40;
/** A `29:…` id has about 100 characters. */
const MAX_ID = 256;

/**
 * The people to mention on one card, without duplicates, each with their mention entity. Teams matches people by
 * the text of the mention, so every text is unique: "Ana", "Ana 2".
 *
 * @param maxBytes The space left on the card. People who don't fit are left out.
 */
export function toMentionedPeople(
  mentions: readonly Mention[],
  maxBytes: number,
  { card }: Messages,
): MentionedPerson[] {
  const found = new Map<string, MentionedPerson>();
  const texts = new Set<string>();
  let bytes = 0;
  for (const mention of mentions) {
    const id = mention.teamsId;
    if (found.size === MAX_MENTIONS) break;
    if (found.has(id) || id === "" || id.length > MAX_ID) continue;
    const name = toMentionName(mention.name) || card.somebody;
    const text = toUnusedText(name, texts);
    const entity: MentionEntity = { type: "mention", text, mentioned: { id, name } };
    bytes += toBytes(entity) + toBytes(text);
    if (bytes > maxBytes) break;
    texts.add(text);
    found.set(id, { mention, entity });
  }
  return [...found.values()];
}

/** "Ana, Bo (presenter)" as mentions. */
export function toMentionLine(
  mentioned: readonly MentionedPerson[],
  people: readonly Invitee[],
  messages: Messages,
): MentionBlock[] {
  if (mentioned.length === 0) return [];
  const texts = mentioned.map(({ mention, entity }) => {
    const invitee = people.find(({ name }) => toOneLine(name) === toOneLine(mention.name));
    return toNameWithRole(entity.text, invitee?.role, messages);
  });
  const text = texts.join(messages.card.comma);
  return [{ type: "TextBlock", text, wrap: true, isSubtle: true, spacing: "Small" }];
}

/**
 * A name that every client shows as typed. On cards with mentions, Teams on iOS renders names as Markdown
 * (https://github.com/microsoft/AdaptiveCards/issues/6458), and a period inside a word makes it a link.
 */
function toMentionName(name: string): string {
  const letters = name.replace(/[^\p{L}\p{N}\p{M}\s'’.-]/gu, "").replace(/\.(?=\p{L}{2})/gu, ". ");
  return cutAtGrapheme(toOneLine(letters), MAX_NAME).trimEnd();
}

function toUnusedText(name: string, used: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const text = `<at>${number === 1 ? name : `${name} ${number}`}</at>`;
    if (!used.has(text)) return text;
  }
}
