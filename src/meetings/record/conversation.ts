import { createMemo } from "../../async/memo";

/** `person` stands for someone's own meeting, when Teams names no conversation. */
export type ConversationType = "channel" | "group-chat" | "meeting-chat" | "personal" | "person";

export interface Conversation {
  conversationType: ConversationType;
  threadId: string;
  /** The post that starts the thread. Absent when the id names no thread. */
  rootMessageId?: string;
}

/**
 * The forms of thread ids, most specific first. Teams documents only channels
 * (https://learn.microsoft.com/microsoftteams/platform/resources/bot-v3/bot-conversations/bots-conv-channel); the others
 * are taken from its activities.
 */
const FORMS: readonly [ConversationType, RegExp][] = [
  ["channel", /^19:[^@\s]+@thread\.(?:tacv2|skype)$/],
  ["meeting-chat", /^19:meeting_[^@\s]+@thread\.v2$/],
  ["group-chat", /^19:[^@\s]+@thread\.v2$/],
  ["personal", /^a:\S+$/],
  ["personal", /^19:[^@\s]+@unq\.gbl\.spaces$/],
];

/** Teams' id of a person. No conversation id has this form. */
const PERSON = /^8:orgid:\S+$/;

const ROOT = /^messageid=(\d+)$/;

/**
 * Parses an activity's `conversation.id`. Returns `undefined` for an unknown form.
 *
 * `19:…@thread.tacv2;messageid=1759881511856` is the channel `19:…@thread.tacv2`, in the thread of the post
 * 1759881511856.
 */
export function parseConversationId(id: string): Conversation | undefined {
  return rememberConversations(id, () => parse(id));
}

const rememberConversations = createMemo<Conversation>({ maxEntries: 10_000, maxKeyLength: 300 });

function parse(id: string): Conversation | undefined {
  const [threadId = "", ...parameters] = id.trim().split(";");
  const form = FORMS.find(([, pattern]) => pattern.test(threadId));
  if (!form) return undefined;
  const rootMessageId = parameters.map((parameter) => ROOT.exec(parameter)?.[1]).find(Boolean);
  return Object.freeze({
    conversationType: form[0],
    threadId,
    ...(rootMessageId && { rootMessageId }),
  });
}

/** The id without `;messageid=…`, whatever its form. */
export function toThreadId(conversationId: string): string {
  return conversationId.trim().split(";", 1)[0] ?? "";
}

/** Stands for the conversation when there is none. Its meetings belong to the person. */
export function toPersonalRoom(aadId: string): Conversation {
  return { conversationType: "person", threadId: toTeamsUserId(aadId) };
}

/** Teams' id of someone with an Entra account. */
export function toTeamsUserId(aadId: string): string {
  return `8:orgid:${aadId.toLowerCase()}`;
}

/** The conversation type of a key's thread id. */
export function toConversationType(threadId: string): ConversationType {
  if (PERSON.test(threadId)) return "person";
  return parseConversationId(threadId)?.conversationType ?? "personal";
}

const CHAT_OF_TWO = /^19:([^@\s_]+)_([^@\s_]+)@unq\.gbl\.spaces$/;

/** Whether a conversation is a one-on-one chat without the bot. */
export function isChatWithout(botTeamsId: string, { threadId }: Conversation): boolean {
  const [, one, other] = CHAT_OF_TWO.exec(threadId) ?? [];
  const botId = botTeamsId.replace(/^28:/, "").toLowerCase();
  return one !== undefined && ![one, other].some((id) => id?.toLowerCase() === botId);
}
