import type { Activity } from "botbuilder";
import { decode } from "html-entities";
import { z } from "zod";

/** The bot's name in the manifest, for activities that do not say how it is called. */
const DEFAULT_NAME = "Rendezvous";

const mentionSchema = z.object({
  type: z.literal("mention"),
  text: z.string().min(1).optional().catch(undefined),
  mentioned: z.object({ id: z.string(), name: z.string().catch("") }),
});

/** Zero-width characters that only break words apart. Joiners stay: emoji and some scripts need them. */
const ZERO_WIDTH = /[\u200B\u2060\uFEFF\u00AD]/g;

/**
 * The words of a message: without the bot's own mention, with other people's mentions as their names, HTML
 * entities decoded, every run of white space (nbsp included) one space. What merely looks like a mention
 * stays as it was typed, but for the bot's own name at the very beginning: in the chat with the bot alone Teams
 * makes no mention of "@Rendezvous", however often we write it.
 *
 * Own code in place of botbuilder's `removeRecipientMention`, which leaves `&nbsp;` behind.
 */
export function readText(activity: Partial<Activity>): { text: string; isBotMentioned: boolean } {
  let text = toPlain(activity.text ?? "");
  let isBotMentioned = false;
  for (const entity of activity.entities ?? []) {
    const mention = mentionSchema.safeParse(entity);
    if (!mention.success) continue;
    const { mentioned, text: marked = `<at>${mentioned.name}</at>` } = mention.data;
    const { recipient } = activity;
    const isBot = recipient?.id
      ? mentioned.id === recipient.id
      : mentioned.name === (recipient?.name || DEFAULT_NAME);
    isBotMentioned ||= isBot;
    text = text.replace(toPlain(marked), () => (isBot ? " " : mentioned.name));
  }
  const plain = text.replace(/\s+/g, " ").trim();
  const name = toPlain(activity.recipient?.name || DEFAULT_NAME);
  for (const called of [`<at>${name}</at>`, `@${name}`]) {
    const isCalled = `${plain} `.toLowerCase().startsWith(`${called} `.toLowerCase());
    if (isCalled) return { text: plain.slice(called.length).trim(), isBotMentioned: true };
  }
  return { text: plain, isBotMentioned };
}

function toPlain(text: string): string {
  const decoded = decode(text, { level: "html5", scope: "strict" });
  return decoded.replace(ZERO_WIDTH, "").replace(/\s+/g, " ").trim();
}
