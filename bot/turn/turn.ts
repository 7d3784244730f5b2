import type { Activity } from "botbuilder";
import { z } from "zod";
import {
  isChatWithout,
  parseConversationId,
  toPersonalRoom,
  type Conversation,
} from "../../src/meetings/record/conversation";
import type { ConversationScope } from "../../src/meetings/people/forget";
import { readHostTenantId } from "../../src/meetings/record/host-tenant";
import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type { Person } from "../../src/meetings/record/meeting-record";
import { DEFAULT_ROOM } from "../../src/request/room-name";
import type { RequestText } from "../../src/request/request-text";
import { readViewer, type Viewer } from "./viewer";
import { readText } from "./read-text";

/** Who speaks, where, and what: read once from an activity, and all that a handler ever sees of it. */
export interface Turn {
  tenantId: string;
  conversation: Conversation;
  /** As an answer needs it, with `;messageid=…` where there is one. */
  conversationId: string;
  /** Where Teams' own service takes answers. */
  serviceUrl: string;
  /** The first post of the thread that the message is in, or itself. */
  rootMessageId?: string;
  /** As the manifest of a channel knows it; Teams often leaves it out. */
  channelName?: string;
  /** Of the team that the channel is in. */
  teamId?: string;
  caller: Person;
  /** Teams' own id of the person (`29:…`), for `refresh.userIds` and the roster. */
  callerTeamsId: string;
  viewer: Viewer;
  /** What was typed, without the bot's own mention; nothing when it was mentioned and nothing else said. */
  words: RequestText;
  isBotMentioned: boolean;
  /** Nobody else sees what was asked, and so nobody else what is answered. */
  isPrivate: boolean;
}

export type TurnProblem = "no-tenant" | "unknown-conversation" | "no-sender";

export type TurnResult = { ok: true; turn: Turn } | { ok: false; problem: TurnProblem };

const id = z.string().trim().min(1).optional().catch(undefined);
/** Entra's own form; it becomes part of addresses. */
const guid = z.guid().optional().catch(undefined);
const channelDataSchema = z
  .object({
    channel: z.object({ name: id }).optional().catch(undefined),
    team: z.object({ id }).optional().catch(undefined),
  })
  .catch({});

/**
 * Reads an activity as Teams sends it:
 * https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability
 *
 * The tenant is the conversation's, which in a shared channel may not be the person's; the person is known by
 * the Entra object id alone, since `29:…` ids mean nothing outside Teams.
 */
export function readTurn(activity: Partial<Activity>): TurnResult {
  const { channel, team } = channelDataSchema.parse(activity.channelData);
  const tenantId = readHostTenantId(activity);
  if (!tenantId) return { ok: false, problem: "no-tenant" };
  const caller = readCaller(activity);
  const aadId = caller?.aadId;
  const conversationId = activity.conversation?.id ?? "";
  const conversation = isCompose(activity)
    ? (parseComposeConversation(activity) ?? (aadId && toPersonalRoom(aadId)))
    : parseConversationId(conversationId);
  if (!conversation && aadId) return { ok: false, problem: "unknown-conversation" };
  if (!conversation || !caller) return { ok: false, problem: "no-sender" };

  return {
    ok: true,
    turn: {
      tenantId,
      conversation,
      conversationId,
      serviceUrl: activity.serviceUrl ?? "",
      ...(conversation.rootMessageId && { rootMessageId: conversation.rootMessageId }),
      ...(team?.id && { teamId: team.id }),
      ...(channel?.name && { channelName: channel.name }),
      caller,
      callerTeamsId: activity.from?.id ?? "",
      viewer: readViewer(activity),
      ...readText(activity),
      isPrivate: isPrivate(activity),
    },
  };
}

/** Who an activity is from; `undefined` where Teams does not say. */
export function readCaller({ from }: Partial<Activity>): Person | undefined {
  const aadId = id.parse(from?.aadObjectId)?.toLowerCase();
  const name = id.parse(from?.name);
  return aadId === undefined ? undefined : { aadId, ...(name && { name }) };
}

const yes = z.object({ isPrivate: z.string().min(1) });
const markedSchemas = [
  z.object({ value: z.object({ action: z.object({ data: yes }) }) }),
  z.object({ value: yes }),
];
const targetedSchema = z.object({ recipient: z.object({ isTargeted: z.literal(true) }) });

/**
 * Whether an activity is for nobody but the bot: a slash command, which botbuilder's types do not know, or a
 * button of a card that was made for its presser alone. In a chat with the bot alone everything is. A button's mark
 * is user input: it says how to answer, and not who sees the card.
 */
export function isPrivate(activity: Partial<Activity>): boolean {
  const place = parseConversationId(activity.conversation?.id ?? "")?.conversationType;
  if (place === "personal" || isCompose(activity)) return false;
  return isTargeted(activity) || markedSchemas.some((schema) => schema.safeParse(activity).success);
}

/**
 * Whether Teams itself says that nobody but its sender and the bot sees what an activity is about.
 * https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/agent-slash-commands
 */
export function isTargeted(activity: Partial<Activity>): boolean {
  return targetedSchema.safeParse(activity).success;
}

/** Whether an activity is of the message extension. */
export function isCompose({ type, name }: Partial<Activity>): boolean {
  return type === "invoke" && name?.startsWith("composeExtension/") === true;
}

/**
 * The conversation in which somebody writes; none where Teams does not tell, as in a chat between two people:
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module
 */
function parseComposeConversation({
  conversation,
  recipient,
}: Partial<Activity>): Conversation | undefined {
  const parsed = parseConversationId(conversation?.id ?? "");
  return parsed && !isChatWithout(recipient?.id ?? "", parsed) ? parsed : undefined;
}

/**
 * From an activity that may be nobody's, such as that of the bot's removal. With the chat between a person and the
 * bot goes what belongs to that person alone.
 */
export function readPlaces(activity: Partial<Activity>): ConversationScope[] {
  const { team } = channelDataSchema.parse(activity.channelData);
  const tenantId = readHostTenantId(activity);
  const conversation = parseConversationId(activity.conversation?.id ?? "");
  if (!tenantId || !conversation) return [];
  const { threadId } = conversation;
  const aadId = guid.parse(activity.from?.aadObjectId);
  return [
    { tenantId, threadId, ...(team?.id && { teamId: team.id }) },
    ...(conversation.conversationType === "personal" && aadId
      ? [{ tenantId, threadId: toPersonalRoom(aadId).threadId }]
      : []),
  ];
}

/** The key of a meeting of the conversation: its own, or that of a room. */
export function toMeetingKey(
  { tenantId, conversation }: Pick<Turn, "tenantId" | "conversation">,
  room = DEFAULT_ROOM,
): MeetingKey {
  return { tenantId, threadId: conversation.threadId, room };
}

/** Whether a meeting is that of another conversation, as where its card was forwarded to or its link pasted. */
export function isElsewhere({ conversation }: Turn, { threadId }: MeetingKey): boolean {
  return conversation.threadId !== threadId;
}

/** The channel that a meeting is tied to, and its team; chats have neither. */
export function toChannel({ conversation, teamId }: Turn): {
  channelThreadId?: string;
  teamId?: string;
} {
  if (conversation.conversationType !== "channel") return {};
  return { channelThreadId: conversation.threadId, ...(teamId && { teamId }) };
}
