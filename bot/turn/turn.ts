import type { Conversation } from "../../src/meetings/record/conversation";
import type { RosterConversation } from "../../src/meetings/ports/team-roster";
import type { User } from "../../src/meetings/ports/user-sign-in";
import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type { Person } from "../../src/meetings/record/meeting-record";
import { DEFAULT_ROOM } from "../../src/request/room-name";
import type { RequestText } from "../../src/request/meeting-request";
import type { Viewer } from "./viewer";

/** A person or bot as Teams knows them. */
export interface TeamsAccount {
  /** Teams' own id: `29:…` for a person, `28:…` for a bot. */
  id: string;
  name: string;
}

/** Where to reply to an activity. Every activity has one, even if nothing else in it makes sense. */
export interface ReplyAddress {
  /** With `;messageid=…` in a thread. */
  conversationId: string;
  serviceUrl: string;
  /** The incoming message, which a reply refers to. */
  activityId?: string;
  tenantId?: string;
  bot: TeamsAccount;
  sender: TeamsAccount;
  caller?: Person;
  viewer: Viewer;
  /** Replies go to the sender only, because only the sender sees the question. */
  isPrivate: boolean;
  /** Teams itself says that only the sender and the bot see the message. */
  isTargeted: boolean;
  /** The message with the button that was pressed. */
  pressedId?: string;
}

/** Who asked, where, and what they wrote. Handlers see nothing else of an activity. */
export interface Turn extends ReplyAddress {
  tenantId: string;
  caller: Person;
  conversation: Conversation;
  /** The post that started the thread of the message, or the message itself. */
  rootMessageId?: string;
  /** Teams often leaves it out. */
  channelName?: string;
  /** The team of the channel. */
  teamId?: string;
  /** The message without the bot's own mention; empty if it held nothing else. */
  words: RequestText;
  isBotMentioned: boolean;
}

/** The caller as a user of the conversation's tenant. */
export function toUser({ tenantId, caller }: Turn): User {
  return { tenantId, aadId: caller.aadId };
}

/** The key of the conversation's own meeting, or of one of its rooms. */
export function toMeetingKey(
  { tenantId, conversation }: Pick<Turn, "tenantId" | "conversation">,
  room = DEFAULT_ROOM,
): MeetingKey {
  return { tenantId, threadId: conversation.threadId, room };
}

/** Whether a meeting belongs to another conversation: its card was forwarded, or its link pasted. */
export function isElsewhere({ conversation }: Turn, { threadId }: MeetingKey): boolean {
  return conversation.threadId !== threadId;
}

/** The channel to link a meeting to, and its team. Chats have neither. */
export function toChannel({ conversation, teamId }: Turn) {
  const isChannel = conversation.conversationType === "channel";
  return isChannel ? { channelThreadId: conversation.threadId, teamId } : {};
}

/** A channel's people are those of its team. A chat has its own. */
export function toRosterConversation(turn: Turn): RosterConversation {
  const { serviceUrl, teamId, conversation } = turn;
  return { serviceUrl, conversationId: teamId ?? conversation.threadId };
}
