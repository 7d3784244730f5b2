/**
 * The kinds of places where people talk in Teams; `person` is no place but a person, whose meeting it is where Teams
 * tells of no conversation.
 */
export type ConversationType = "channel" | "group-chat" | "meeting-chat" | "personal" | "person";

export interface Conversation {
  conversationType: ConversationType;
  threadId: string;
  /** The post that starts the thread which the id names; none where it names the conversation alone. */
  rootMessageId?: string;
}

/**
 * The forms of thread ids by place, most particular first. Teams documents none of them as a contract:
 * https://learn.microsoft.com/microsoftteams/platform/resources/bot-v3/bot-conversations/bots-conv-channel
 * shows channels; the others are what its activities carry.
 */
const FORMS: readonly [ConversationType, RegExp][] = [
  ["channel", /^19:[^@\s]+@thread\.(?:tacv2|skype)$/],
  ["meeting-chat", /^19:meeting_[^@\s]+@thread\.v2$/],
  ["group-chat", /^19:[^@\s]+@thread\.v2$/],
  ["personal", /^a:\S+$/],
  ["personal", /^19:[^@\s]+@unq\.gbl\.spaces$/],
];

/** Teams' own name for a person. No conversation has one of this form, so no meeting of one can be taken for it. */
const PERSON = /^8:orgid:\S+$/;

const ROOT = /^messageid=(\d+)$/;

/**
 * What an activity's `conversation.id` names, `undefined` when its form is unknown to us. All posts and
 * replies of a channel name the same thread: `19:…@thread.tacv2;messageid=1759881511856` is in `19:…@thread.tacv2`,
 * and in the thread that the post 1759881511856 starts.
 */
export function parseConversationId(id: string): Conversation | undefined {
  const [threadId = "", ...parameters] = id.trim().split(";");
  const form = FORMS.find(([, pattern]) => pattern.test(threadId));
  if (!form) return undefined;
  const rootMessageId = parameters.map((one) => ROOT.exec(one)?.[1]).find(Boolean);
  return { conversationType: form[0], threadId, ...(rootMessageId && { rootMessageId }) };
}

/** Stands for a conversation where there is none: what is asked for there belongs to whoever asks. */
export function toPersonalRoom(aadId: string): Conversation {
  return { conversationType: "person", threadId: `8:orgid:${aadId.toLowerCase()}` };
}

/** The place of a thread id that a key holds. */
export function toConversationType(threadId: string): ConversationType {
  if (PERSON.test(threadId)) return "person";
  return parseConversationId(threadId)?.conversationType ?? "personal";
}

const CHAT_OF_TWO = /^19:([^@\s_]+)_([^@\s_]+)@unq\.gbl\.spaces$/;

/** Whether an id is that of a chat between two people, one of whom may be the bot. */
export function isChatWithout(botTeamsId: string, { threadId }: Conversation): boolean {
  const [, one, other] = CHAT_OF_TWO.exec(threadId) ?? [];
  const botId = botTeamsId.replace(/^28:/, "").toLowerCase();
  return one !== undefined && ![one, other].some((id) => id?.toLowerCase() === botId);
}
