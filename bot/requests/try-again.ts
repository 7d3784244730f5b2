import * as z from "zod";
import type { BotServices } from "../bot-services";
import type { CardButton } from "../cards/elements/card-button";
import { messagesFor } from "../locales/messages";
import type { Button, Message, Turn } from "../turn/turn";

type TokenServices = { tokens: Pick<BotServices["tokens"], "pending"> };
type ButtonServices = TokenServices & Pick<BotServices, "now">;

/** Commands are shorter. A longer text would fill the card. */
const MAX_TYPED = 2000;

const mention = z.object({ mentionId: z.string(), name: z.string(), aadId: z.string().optional() });
const typedSchema = z.object({
  threadId: z.string(),
  words: z.array(z.union([z.string(), mention])),
  isBotMentioned: z.boolean(),
  /** Earlier buttons don't have it. */
  typedAt: z.iso.datetime().optional(),
});

/** Sends the same message again. Its token works only in the conversation of the message. */
export function toTryAgainButton(
  { kind, parsed }: Message | Button,
  services: ButtonServices,
): CardButton | undefined {
  // A pressed card keeps its button.
  if (kind === "button" || !parsed.ok) return undefined;
  const { turn } = parsed;
  return toTypedButton(turn, messagesFor(turn.viewer.locale).actions.tryAgain, services);
}

/** Works like sending the words of the turn at the time when they were typed. */
export function toTypedButton(
  { words, isBotMentioned, conversation, typedAt }: Turn,
  title: string,
  { tokens, now }: ButtonServices,
): CardButton | undefined {
  if (JSON.stringify(words).length > MAX_TYPED) return undefined;
  const { threadId } = conversation;
  const typed = tokens.pending.encode({
    threadId,
    words,
    isBotMentioned,
    typedAt: typedAt ?? now().toISOString(),
  });
  return { title, verb: "try-again", data: { typed } };
}

const buttonSchema = z.object({ typed: z.string() });

/** What was typed. Returns `undefined` without a valid token of this conversation. */
export function readTyped(
  { conversation }: Turn,
  data: unknown,
  { tokens }: TokenServices,
): Pick<Turn, "words" | "isBotMentioned" | "typedAt"> | undefined {
  const button = buttonSchema.safeParse(data).data;
  const typed = button && typedSchema.safeParse(tokens.pending.decode(button.typed)).data;
  return typed?.threadId === conversation.threadId ? typed : undefined;
}
