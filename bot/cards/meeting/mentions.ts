import { cutAtGrapheme, toOneLine } from "../../../src/request/one-line";
import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import type { MentionBlock, MentionEntity } from "../elements/adaptive-card";
import { toWordsLocale } from "../elements/names";

/** Somebody whom Teams shall tell. */
export interface Mention {
  /** `29:…`, the Entra object id, or the user principal name. */
  teamsId: string;
  name: string;
}

export interface MentionedPerson {
  mention: Mention;
  entity: MentionEntity;
}

/** As many as a card refreshes for. */
const MAX_MENTIONS = 60;
const MAX_NAME = 40;
/** A `29:…` has about a hundred characters. */
const MAX_ID = 256;

/**
 * The people who can be mentioned on one card, each once, with the entity that makes Teams tell them. Each
 * has a text of their own, "Ana" and "Ana 2", because Teams finds the person by it.
 *
 * @param maxBytes What the card has room for; who comes beyond it is left out.
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

/** "With Ana and Bo", of which Teams makes mentions. */
export function toMentionLine(
  mentioned: readonly MentionedPerson[],
  viewer: Viewer,
  messages: Messages,
): MentionBlock {
  const list = new Intl.ListFormat(toWordsLocale(viewer, messages), { type: "conjunction" });
  const people = list.format(mentioned.map(({ entity }) => entity.text));
  return { type: "TextBlock", text: messages.card.with({ people }), wrap: true, isSubtle: true };
}

/** The size on the wire. */
export function toBytes(value: object | string): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/**
 * A name of which no client makes anything else: on cards with mentions Teams on iOS reads names as
 * Markdown (https://github.com/microsoft/AdaptiveCards/issues/6458), and a period within a word would
 * make it a link.
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
