import type { Activity } from "botbuilder";
import * as z from "zod";
import type { ConversationScope } from "../../src/meetings/people/retention";
import {
  isChatWithout,
  parseConversationId,
  toPersonalRoom,
  type Conversation,
} from "../../src/meetings/record/conversation";
import { readHostTenantId } from "../../src/meetings/record/host-tenant";
import type { Person } from "../../src/meetings/record/meeting-record";
import type { RequestText } from "../../src/request/meeting-request";
import type { Addressed, ParsedTurn, ReplyAddress, Turn } from "./turn";
import { readText } from "./read-text";
import { parseViewer } from "./viewer";

const id = z.string().trim().min(1).optional().catch(undefined);
/** Only in Entra's form, because it becomes part of a key. */
const guid = z.guid().optional().catch(undefined);
const channelDataSchema = z
  .object({
    channel: z.object({ name: id }).optional().catch(undefined),
    team: z.object({ id }).optional().catch(undefined),
  })
  .catch({});

/** @param pressedId The message with the button, if the activity is a button. */
export function parseAddressed(activity: Partial<Activity>, pressedId?: string): Addressed {
  const typed = readText(activity);
  const address = { ...toAddress(activity, typed.words), pressedId };
  return { address, parsed: toTurn(activity, address, typed) };
}

function toAddress(activity: Partial<Activity>, words: RequestText): ReplyAddress {
  const { conversation, serviceUrl, recipient, from } = activity;
  const { isTargeted } = recipientSchema.parse(recipient);
  const typed = words.filter((word) => typeof word === "string").join(" ");
  return {
    conversationId: conversation?.id ?? "",
    serviceUrl: serviceUrl ?? "",
    activityId: activity.id,
    tenantId: readHostTenantId(activity),
    bot: { id: recipient?.id ?? "", name: recipient?.name ?? "" },
    sender: { id: from?.id ?? "", name: from?.name ?? "" },
    caller: toCaller(activity),
    viewer: parseViewer(activity, typed),
    isPrivate: isPrivateActivity(activity, isTargeted),
    isTargeted,
  };
}

/**
 * The tenant is the conversation's. In a shared channel the person may be from another one. The Entra object id
 * identifies the person, since `29:…` ids mean nothing outside Teams.
 */
function toTurn(
  activity: Partial<Activity>,
  address: ReplyAddress,
  typed: Pick<Turn, "words" | "isBotMentioned">,
): ParsedTurn {
  const { tenantId, caller } = address;
  if (!tenantId) return { ok: false, problem: "no-tenant" };
  const conversation = toConversation(activity, caller);
  if (!conversation && caller) return { ok: false, problem: "unknown-conversation" };
  if (!conversation || !caller) return { ok: false, problem: "no-sender" };
  const { channel, team } = channelDataSchema.parse(activity.channelData);
  return {
    ok: true,
    turn: {
      ...address,
      tenantId,
      caller,
      conversation,
      teamId: team?.id,
      channelName: channel?.name,
      ...typed,
    },
  };
}

/** `undefined` if Teams doesn't name the sender. */
function toCaller({ from }: Partial<Activity>): Person | undefined {
  const aadId = id.parse(from?.aadObjectId)?.toLowerCase();
  return aadId === undefined ? undefined : { aadId, name: id.parse(from?.name) };
}

/**
 * Teams doesn't name a chat between two people to the message extension, so what they ask for there is their own:
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module
 */
function toConversation(
  activity: Partial<Activity>,
  caller: Person | undefined,
): Conversation | undefined {
  const conversation = parseConversationId(activity.conversation?.id ?? "");
  if (!isCompose(activity)) return conversation;
  if (conversation && !isChatWithout(activity.recipient?.id ?? "", conversation))
    return conversation;
  return caller && toPersonalRoom(caller.aadId);
}

const mark = z.string().min(1).optional().catch(undefined);
/** Where a button's data is: in an invoke, and in the message of an older client. */
const valueSchema = z
  .object({
    action: z
      .object({ data: z.object({ isPrivate: mark }).optional().catch(undefined) })
      .optional()
      .catch(undefined),
    isPrivate: mark,
  })
  .optional()
  .catch(undefined);
/** https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/agent-slash-commands */
const recipientSchema = z
  .object({ isTargeted: z.boolean().default(false).catch(false) })
  .catch({ isTargeted: false });

/**
 * A slash command, or a button on a card that only one person sees. In a personal chat everything is private anyway.
 * The mark in a button's data is user input: it decides how to reply, not who sees the card.
 */
function isPrivateActivity(activity: Partial<Activity>, isTargeted: boolean): boolean {
  const conversation = parseConversationId(activity.conversation?.id ?? "");
  if (conversation?.conversationType === "personal" || isCompose(activity)) return false;
  const value = valueSchema.parse(activity.value);
  return isTargeted || (value?.action?.data?.isPrivate ?? value?.isPrivate) !== undefined;
}

export function isCompose({ type, name }: Partial<Activity>): boolean {
  return type === "invoke" && name?.startsWith("composeExtension/") === true;
}

/** The scopes of a personal chat with the bot include the person's own room. */
export function parseScopes(activity: Partial<Activity>): ConversationScope[] {
  const { team } = channelDataSchema.parse(activity.channelData);
  const tenantId = readHostTenantId(activity);
  const conversation = parseConversationId(activity.conversation?.id ?? "");
  if (!tenantId || !conversation) return [];
  const { threadId } = conversation;
  const aadId = guid.parse(activity.from?.aadObjectId);
  return [
    { tenantId, threadId, teamId: team?.id },
    ...(conversation.conversationType === "personal" && aadId
      ? [{ tenantId, threadId: toPersonalRoom(aadId).threadId }]
      : []),
  ];
}
