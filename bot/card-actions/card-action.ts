import { readFields } from "../../src/json";
import { toKeyText } from "../../src/meetings/record/meeting-key";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { MeetingReference } from "../../src/meetings/tokens/meeting-token";
import type {
  MeetingAttachment,
  MeetingEdit,
  MeetingOffer,
  RequestToken,
} from "../../src/meetings/tokens/request-token";
import type { BotServices } from "../bot-services";
import { messagesFor } from "../locales/messages";
import { findLiveByReference } from "../replies/live-meeting";
import type { CardReply, ErrorReply, Reply } from "../reply";
import { toMeetingKey, type Turn } from "../turn/turn";

/** Answers a button of a card. */
export interface CardAction {
  verb: string;
  /** Whether the reply replaces the card for everyone who sees it, or only for the person who pressed the button. */
  isForEveryone: boolean;
  /** @param data What the button sent. It's user input, even though the bot wrote it into the card. */
  run(
    turn: Turn,
    data: unknown,
    services: BotServices,
    tools: CardActionTools,
  ): Promise<Reply> | Reply;
  /**
   * The same without waiting and without any effect; `undefined` if that's impossible.
   *
   * @param isFollowedUp whether showing this record needs no other work
   */
  runAtOnce?(
    turn: Turn,
    data: unknown,
    services: BotServices,
    isFollowedUp: (record: LiveRecord) => boolean,
  ): CardReply | undefined;
}

export interface CardActionTools {
  /**
   * Posts a card for everyone in the conversation. If the work takes longer, posts a card that says so and becomes the
   * result. Rejects if Teams didn't accept the message.
   */
  post: (work: () => Promise<Reply> | Reply) => Promise<void>;
}

type Tokens = Pick<BotServices, "tokens">;

/** Decodes the meeting token in the data of a button. Returns `undefined` without a valid one. */
export function readReference(data: unknown, { tokens }: Tokens): MeetingReference | undefined {
  return tokens.meeting.decode(readFields(data).ref);
}

/** For buttons that change the meeting: a token shows its meeting anywhere, but changes it only in its conversation. */
export function readOwnReference(
  turn: Turn,
  data: unknown,
  services: Tokens,
): MeetingReference | undefined {
  const reference = readReference(data, services);
  return reference && isOfConversation(turn, reference) ? reference : undefined;
}

/** Decodes the request token in the data of a button. Returns `undefined` unless it belongs to this conversation. */
export function readOffer(turn: Turn, data: unknown, services: Tokens): MeetingOffer | undefined {
  const token = readRequest(turn, data, services);
  if (!token || token.does === "post" || token.does === "edit") return undefined;
  return token.does === "attach" ? undefined : token;
}

/** Decodes the token of a question whether to attach a meeting in the same way. */
export function readAttachment(
  turn: Turn,
  data: unknown,
  services: Tokens,
): MeetingAttachment | undefined {
  const token = readRequest(turn, data, services);
  return token?.does === "attach" ? token : undefined;
}

/** Decodes the token of a form for changes in the same way. */
export function readEdit(turn: Turn, data: unknown, services: Tokens): MeetingEdit | undefined {
  const token = readRequest(turn, data, services);
  return token?.does === "edit" ? token : undefined;
}

function readRequest(turn: Turn, data: unknown, { tokens }: Tokens): RequestToken | undefined {
  const token = tokens.request.decode(readFields(data).offer);
  return token && isOfConversation(turn, token.reference) ? token : undefined;
}

export function isOfConversation(turn: Turn, { key }: MeetingReference): boolean {
  return toKeyText(key) === toKeyText(toMeetingKey(turn, key.room));
}

type PressedMeeting =
  { ok: true; reference: MeetingReference; record: LiveRecord } | { ok: false; reply: Reply };

/** Finds the meeting that a button changes, or the reply to send when there's none. */
export async function findPressed(
  turn: Turn,
  data: unknown,
  services: BotServices,
): Promise<PressedMeeting> {
  const reference = readOwnReference(turn, data, services);
  if (!reference) return { ok: false, reply: rejectButton(turn) };
  const found = await findLiveByReference(turn, reference, services);
  return found.ok ? { ...found, reference } : found;
}

/** The error for a button without a valid token. */
export function rejectButton({ viewer }: Turn): ErrorReply {
  const { buttonNotOurs } = messagesFor(viewer.locale).actions;
  return { kind: "error", code: "bad_reference", text: buttonNotOurs };
}
