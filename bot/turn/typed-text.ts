import type { Activity } from "botbuilder";
import type * as HtmlEntities from "html-entities";
import { readFields, readTrimmed } from "../../src/json";
import { listParts } from "./list-parts";
import { toVisibleText } from "./visible-text";

const QUOTE = /<blockquote[\s>]/i;
/** Any tag other than a mention's, in a text that Teams says is marked up. */
const MARKUP = /<(?!\/?at\b)[!/a-z]/i;
/** A mention with its number: `<at id="0">Name</at>`. */
const NUMBERED_MENTION = /<at\s[^<>]*>(?=[^<>]*<\/at>)/gi;

/** Zero-width characters that only split words. Joiners stay: emoji and some scripts need them. */
const ZERO_WIDTH = /[\u200B\u2060\uFEFF\u00AD]/g;

/**
 * What the person wrote, in one line, with mentions as `<at>Name</at>`. Nothing comes from a message that they quote or
 * forward.
 *
 * Teams sends the text as typed, and repeats it in a `text/html` attachment. It differs if the person replies to or
 * forwards a message: a reply's quote is only in the attachment, a forwarded message in both, and a bot's quote is a
 * marker in the text:
 * https://github.com/microsoft/teams.py/pull/321
 * https://github.com/openclaw/openclaw/pull/101856
 * https://github.com/MicrosoftDocs/msteams-docs/issues/3960
 */
export function readTypedText({
  text = "",
  textFormat,
  attachments,
  entities,
}: Partial<Pick<Activity, "text" | "textFormat" | "attachments" | "entities">>): string {
  const html = listParts(attachments, "contentType", "text/html")
    .map(({ content }) => content)
    .find((content) => typeof content === "string");
  const isElsewhere = html && (QUOTE.test(html) || text.trim() === "");
  if (isElsewhere) return tidy(toVisibleText(html, "marked"));
  if (textFormat === "xml" && MARKUP.test(text)) return tidy(toVisibleText(text, "marked"));
  return toPlain(text.includes("<quoted ") ? withoutQuotes(text, entities) : text);
}

/** A text that Teams encoded, in one line. */
export function toPlain(text: string): string {
  const plain = text.replace(NUMBERED_MENTION, "<at>");
  if (!plain.includes("&")) return tidy(plain);
  // Loaded on demand, because it takes time and few messages need it.
  const { decode }: typeof HtmlEntities = require("html-entities");
  return tidy(decode(plain, { level: "html5", scope: "strict" }));
}

function withoutQuotes(text: string, entities: unknown): string {
  return listParts(entities, "type", "quotedReply").reduce((rest, { quotedReply }) => {
    const messageId = readTrimmed(readFields(quotedReply).messageId);
    return messageId ? rest.replaceAll(`<quoted messageId="${messageId}"/>`, " ") : rest;
  }, text);
}

function tidy(text: string): string {
  return text.replace(ZERO_WIDTH, "").replace(/\s+/g, " ").trim();
}
