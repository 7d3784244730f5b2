import type { Activity } from "botbuilder";
import * as z from "zod";
import type { Mention, RequestText } from "../../src/request/meeting-request";
import { LETTER } from "../../src/request/word-edges";
import { listParts } from "./list-parts";
import { readTypedText, toPlain } from "./typed-text";

/** The bot's name in the manifest, for activities that don't name it. */
const DEFAULT_NAME = "Rendezvous";

const mentionSchema = z.object({
  text: z.string().min(1).optional().catch(undefined),
  mentioned: z.object({
    id: z.string(),
    name: z.string().catch(""),
    aadObjectId: z.guid().optional().catch(undefined),
  }),
});

/** Ids that contain the Entra object id. Teams usually sends one that doesn't (`29:…`). */
const AAD_ID = /^(?:8:orgid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** A word that touches a mention. The mention's own ending in "Anas" isn't a word. */
const WORD_BEFORE = new RegExp(`[${LETTER}0-9]$`);
const WORD_AFTER = new RegExp(`^(?!s(?![${LETTER}0-9]))[${LETTER}0-9]`);

/**
 * Returns the text of a message with its mentions of people, without the bot's own mention. HTML entities are decoded,
 * and each run of white space (nbsp included) becomes one space. Text that merely looks like a mention stays.
 *
 * The bot's name at the very beginning counts as its mention: in a personal chat, Teams makes no mention of
 * "@Rendezvous", and a slash command may begin with "/Rendezvous".
 *
 * botbuilder's `removeRecipientMention` leaves `&nbsp;` behind.
 */
export function readText(activity: Partial<Activity>): {
  words: RequestText;
  isBotMentioned: boolean;
} {
  let words: RequestText = [readTypedText(activity)];
  let isBotMentioned = false;
  for (const entity of listParts(activity.entities, "type", "mention")) {
    const mention = mentionSchema.safeParse(entity).data;
    if (!mention) continue;
    const { mentioned, text } = mention;
    const isBot = isBotItself(mentioned, activity.recipient);
    isBotMentioned ||= isBot;
    const marked = toPlain(text ?? `<at>${mentioned.name}</at>`);
    words = replaceFirst(words, marked, isBot ? " " : toMention(mentioned));
  }
  const plain = tidy(words);
  const name = toPlain(activity.recipient?.name || DEFAULT_NAME);
  const [first, ...rest] = plain;
  for (const called of [`<at>${name}</at>`, `@${name}`, `/${name}`]) {
    const start = typeof first === "string" ? first : "";
    const isCalled = `${start} `.toLowerCase().startsWith(`${called} `.toLowerCase());
    if (isCalled) {
      return { words: tidy([start.slice(called.length), ...rest]), isBotMentioned: true };
    }
  }
  return { words: plain, isBotMentioned };
}

/** One text, with people as their names. */
export function toText(words: RequestText): string {
  const text = words.map((word) => (typeof word === "string" ? word : word.name)).join("");
  return text.replace(/\s+/g, " ").trim();
}

function isBotItself(
  mentioned: { id: string; name: string },
  bot: Activity["recipient"] | undefined,
): boolean {
  return bot?.id ? mentioned.id === bot.id : mentioned.name === (bot?.name || DEFAULT_NAME);
}

function toMention({ id, name, aadObjectId }: z.infer<typeof mentionSchema>["mentioned"]): Mention {
  const aadId = aadObjectId ?? AAD_ID.exec(id)?.[1];
  return { mentionId: id, name: toPlain(name), ...(aadId && { aadId: aadId.toLowerCase() }) };
}

/** Each mention entity stands for one occurrence in the text: the first that is left. */
function replaceFirst(words: RequestText, marked: string, by: string | Mention): RequestText {
  for (const [index, word] of words.entries()) {
    const at = typeof word === "string" ? word.indexOf(marked) : -1;
    if (typeof word !== "string" || at < 0 || marked === "") continue;
    const parts = [word.slice(0, at), by, word.slice(at + marked.length)];
    return [...words.slice(0, index), ...parts, ...words.slice(index + 1)];
  }
  return words;
}

/** Joins adjacent texts, removes extra spaces, and keeps words apart from mentions: Teams needs no space around those. */
function tidy(words: RequestText): RequestText {
  const joined: (string | Mention)[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (typeof word === "string" && typeof last === "string") joined.splice(-1, 1, last + word);
    else joined.push(word);
  }
  return joined
    .map((word, index) => {
      if (typeof word !== "string") return word;
      const spaced = word.replace(/\s+/g, " ");
      const isFirst = index === 0;
      const isLast = index === joined.length - 1;
      const start = isFirst ? spaced.trimStart() : spaced.replace(WORD_AFTER, " $&");
      return isLast ? start.trimEnd() : start.replace(WORD_BEFORE, "$& ");
    })
    .filter((word) => word !== "");
}
