import { z } from "zod";
import { toKeyText } from "../../src/meetings/record/meeting-key";
import type { MeetingOffer } from "../../src/meetings/tokens/request-token";
import type { MeetingReference } from "../../src/meetings/tokens/meeting-token";
import type { BotServices } from "../bot-services";
import { messagesFor } from "../locales/messages";
import type { CardReply, Reply } from "../reply";
import { toMeetingKey, type Turn } from "../turn/turn";

/** A button of one of our cards, pressed. */
export interface CardAction {
  verb:
    | "meet"
    | "help"
    | "check"
    | "refresh"
    | "keep"
    | "update"
    | "new"
    | "cancel"
    | "confirm"
    | "copy-link"
    | "options"
    | "save-options"
    | "post-here";
  /** Whether what it shows takes the card's place for all who see it, or is the presser's view alone. */
  isForEveryone: boolean;
  /** @param data What came back with the button: user input, whatever we once put in. */
  run(
    turn: Turn,
    data: unknown,
    services: BotServices,
    tools: CardActionTools,
  ): Promise<Reply> | Reply;
}

export interface CardActionTools {
  /** Posts a card for everybody in the conversation, beside the answer. Rejects when Teams did not take it. */
  post(reply: CardReply): Promise<void>;
}

const buttonSchema = z.object({
  ref: z.string().optional().catch(undefined),
  offer: z.string().optional().catch(undefined),
});

/** Decodes the meeting token in the data of a button. Returns `undefined` without a valid one. */
export function openReference(
  data: unknown,
  { tokens }: BotServices,
): MeetingReference | undefined {
  return tokens.meeting.decode(buttonSchema.safeParse(data).data?.ref);
}

/**
 * The same for buttons that change something: a reference may show its meeting anywhere, and changes it only
 * in the conversation that it belongs to.
 */
export function openOwnReference(
  turn: Turn,
  data: unknown,
  services: BotServices,
): MeetingReference | undefined {
  const reference = openReference(data, services);
  return reference && isOfConversation(turn, reference) ? reference : undefined;
}

/** Decodes the request token in the data of a button. Returns `undefined` unless it belongs to this conversation. */
export function openOffer(
  turn: Turn,
  data: unknown,
  { tokens }: BotServices,
): MeetingOffer | undefined {
  const offer = tokens.request.decode(buttonSchema.safeParse(data).data?.offer);
  if (!offer || offer.does === "post") return undefined;
  return isOfConversation(turn, offer.reference) ? offer : undefined;
}

function isOfConversation(turn: Turn, { key }: MeetingReference): boolean {
  return toKeyText(key) === toKeyText(toMeetingKey(turn, key.room));
}

/** What is said to a button without one: nothing was done. */
export function rejectButton({ viewer }: Turn): Reply {
  const { buttonNotOurs } = messagesFor(viewer.locale).actions;
  return { kind: "error", code: "bad_reference", text: buttonNotOurs };
}
