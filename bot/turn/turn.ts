import { createMemo } from "../../src/async/memo";
import type { MessageKey } from "../../src/meetings/people/answer-once";
import type { ConversationScope } from "../../src/meetings/people/retention";
import { toThreadId, type Conversation } from "../../src/meetings/record/conversation";
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
  /** Teams often leaves it out. */
  channelName?: string;
  /** The team of the channel. */
  teamId?: string;
  /** Teams' id of the meeting that a meeting chat belongs to. */
  teamsMeetingId?: string | undefined;
  /** The message without the bot's own mention; empty if it held nothing else. */
  words: RequestText;
  isBotMentioned: boolean;
  /** ISO 8601. Set when the words were typed earlier, and a button sends them again: "tomorrow" counts from then. */
  typedAt?: string | undefined;
}

export type TurnProblem = "no-tenant" | "unknown-conversation" | "no-sender";

export type ParsedTurn = { ok: true; turn: Turn } | { ok: false; problem: TurnProblem };

/** Where to reply, and what the turn is about if it could be read. */
export interface Addressed {
  address: ReplyAddress;
  parsed: ParsedTurn;
}

export interface Message extends Addressed {
  kind: "message";
}

export interface Button extends Addressed {
  kind: "button";
  verb: string;
  /** User input, even though the bot wrote it into the card. */
  data: unknown;
  /** `invoke` for `Action.Execute`; `message` for `Action.Submit`, the fallback of older clients. */
  sentAs: "invoke" | "message";
  signIn?: SignInProof;
}

export const COMPOSE_INVOKES = [
  "query",
  "selectItem",
  "queryLink",
  "fetchTask",
  "submitAction",
] as const;
export type ComposeInvoke = (typeof COMPOSE_INVOKES)[number];

/** An invoke of the message extension. */
export interface Compose extends Addressed {
  kind: "compose";
  /** `undefined` for an invoke that this release doesn't know. */
  invoke?: ComposeInvoke;
  /** User input, which each handler parses. */
  value: unknown;
  signIn?: SignInProof;
}

/** What Teams sends after a sign-in: a token, or the result of our page. */
export type SignInProof = { token: string } | { pageResult: string };

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-code */
export interface SignIn extends Addressed {
  kind: "sign-in";
  event:
    | { name: "exchange"; id: string; connectionName: string; token: string }
    /** `pageResult` is missing if the person closed our page. */
    | { name: "page-result"; pageResult?: string }
    | { name: "failure"; code: string }
    | { name: "unreadable" };
}

/** The bot was added to a conversation, or removed from it. */
export interface Lifecycle extends Addressed {
  kind: "lifecycle";
  change: "added" | "removed";
  /** Whose stored data this concerns. */
  scopes: ConversationScope[];
}

/** Teams tells of a call: it has started or ended, or people have joined or left. */
export interface CallNews {
  kind: "call-news";
  change: "started" | "ended" | "joined" | "left";
  tenantId?: string | undefined;
  joinWebUrl?: string | undefined;
  /** Teams' id of the meeting. */
  teamsMeetingId?: string | undefined;
  /** ISO 8601. When it happened, if Teams says so. */
  at?: string | undefined;
  /** Ids of people, in lower case: of Entra if they have one. */
  people: readonly string[];
}

export interface Unsupported {
  kind: "unsupported";
  isInvoke: boolean;
  type: string;
  name?: string;
}

export type ParsedActivity =
  Message | Button | Compose | SignIn | Lifecycle | CallNews | Unsupported;

/** The caller as a user of the conversation's tenant. */
export function toUser({ tenantId, caller }: Turn): User {
  return { tenantId, aadId: caller.aadId };
}

/** Identifies something that happens once in a conversation. `undefined` if Teams doesn't say what, or where. */
export function toMessageKey(
  { tenantId, conversationId }: ReplyAddress,
  id: string | undefined,
): MessageKey | undefined {
  if (!tenantId || !conversationId || !id) return undefined;
  return { tenantId, threadId: toThreadId(conversationId), id };
}

/** The key of the conversation's own meeting, or of one of its rooms. */
export function toMeetingKey(
  { tenantId, conversation }: Pick<Turn, "tenantId" | "conversation">,
  room = DEFAULT_ROOM,
): MeetingKey {
  const { threadId } = conversation;
  return rememberKeys(`${tenantId} ${threadId} ${room}`, () =>
    Object.freeze({ tenantId, threadId, room }),
  );
}

/** What is computed from a key is remembered with it. */
const rememberKeys = createMemo<MeetingKey>({ maxEntries: 10_000, maxKeyLength: 300 });

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
