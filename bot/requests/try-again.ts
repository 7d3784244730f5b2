import { z } from "zod";
import type { RequestText } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import type { CardButton } from "../cards/elements/card-button";
import { messagesFor } from "../locales/messages";
import type { Button, Message, Turn } from "../turn/turn";

type TokenServices = { tokens: Pick<BotServices["tokens"], "pending"> };

/** Commands are shorter. A longer text would fill the card. */
const MAX_TYPED = 2000;

const mention = z.object({ mentionId: z.string(), name: z.string(), aadId: z.string().optional() });
const typedSchema = z.object({
  threadId: z.string(),
  words: z.array(z.union([z.string(), mention])),
  isBotMentioned: z.boolean(),
});

/** Sends the same message again. Its token works only in the conversation of the message. */
export function toTryAgainButton(
  { kind, parsed }: Message | Button,
  { tokens }: TokenServices,
): CardButton | undefined {
  // A pressed card keeps its button.
  if (kind === "button" || !parsed.ok) return undefined;
  return toTypedButton(parsed.turn, messagesFor(parsed.turn.viewer.locale).actions.tryAgain, {
    tokens,
  });
}

/** Works like sending the words of the turn. */
export function toTypedButton(
  { words, isBotMentioned, conversation }: Turn,
  title: string,
  { tokens }: TokenServices,
): CardButton | undefined {
  if (JSON.stringify(words).length > MAX_TYPED) return undefined;
  const { threadId } = conversation;
  const typed = tokens.pending.encode({ threadId, words, isBotMentioned });
  return { title, verb: "try-again", data: { typed } };
}

const buttonSchema = z.object({ typed: z.string() });

/** What was typed. Returns `undefined` without a valid token of this conversation. */
export function readTyped(
  { conversation }: Turn,
  data: unknown,
  { tokens }: TokenServices,
): { words: RequestText; isBotMentioned: boolean } | undefined {
  const button = buttonSchema.safeParse(data).data;
  const typed = button && typedSchema.safeParse(tokens.pending.decode(button.typed)).data;
  return typed?.threadId === conversation.threadId ? typed : undefined;
}
