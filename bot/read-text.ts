import type { Activity } from "botbuilder";
import { decode } from "html-entities";
import { z } from "zod";

const mentionSchema = z.object({
  type: z.literal("mention"),
  text: z.string().min(1),
  mentioned: z.object({ id: z.string(), name: z.string().catch("") }),
});

/** Zero-width characters that only break words apart. Joiners stay: emoji and some scripts need them. */
const ZERO_WIDTH = /[\u200B\u2060\uFEFF\u00AD]/g;

/**
 * The words of a message: without the bot's own mention, with other people's mentions as their names, HTML
 * entities decoded, every run of white space (nbsp included) one space. What merely looks like a mention
 * stays as it was typed.
 *
 * Own code in place of botbuilder's `removeRecipientMention`, which leaves `&nbsp;` behind.
 */
export function readText(activity: Partial<Activity>): { text: string; isBotMentioned: boolean } {
  const botId = activity.recipient?.id;
  let text = activity.text ?? "";
  let isBotMentioned = false;
  for (const entity of activity.entities ?? []) {
    const mention = mentionSchema.safeParse(entity);
    if (!mention.success) continue;
    const { mentioned, text: marked } = mention.data;
    const isBot = mentioned.id === botId;
    isBotMentioned ||= isBot;
    text = text.replace(marked, () => (isBot ? " " : mentioned.name));
  }
  const decoded = decode(text, { level: "html5", scope: "strict" });
  const plain = decoded.replace(ZERO_WIDTH, "").replace(/\s+/g, " ").trim();
  // In the chat with the bot alone Teams makes no mention of "@Rendezvous", however often we write it.
  const [first = "", ...rest] = plain.split(" ");
  if (first !== `@${activity.recipient?.name}`) return { text: plain, isBotMentioned };
  return { text: rest.join(" "), isBotMentioned: true };
}
