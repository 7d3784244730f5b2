import type { Activity } from "botbuilder";
import { readFields, readGuid, readTrimmed } from "../../src/json";
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

/** @param pressedId The message with the button, if the activity is a button. */
export function parseAddressed(activity: Partial<Activity>, pressedId?: string): Addressed {
  const typed = readText(activity);
  const address = { ...toAddress(activity, typed.words), pressedId };
  return { address, parsed: toTurn(activity, address, typed) };
}

function toAddress(activity: Partial<Activity>, words: RequestText): ReplyAddress {
  const { conversation, serviceUrl, recipient, from } = activity;
  const isTargeted = readFields(recipient).isTargeted === true;
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
  const { channel, team, meeting } = readFields(activity.channelData);
  return {
    ok: true,
    turn: {
      ...address,
      tenantId,
      caller,
      conversation,
      teamId: readTrimmed(readFields(team).id),
      teamsMeetingId: readTrimmed(readFields(meeting).id),
      channelName: readTrimmed(readFields(channel).name),
      ...typed,
    },
  };
}

/** `undefined` if Teams doesn't name the sender. */
function toCaller({ from }: Partial<Activity>): Person | undefined {
  const aadId = readTrimmed(from?.aadObjectId)?.toLowerCase();
  return aadId === undefined ? undefined : { aadId, name: readTrimmed(from?.name) };
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

/**
 * A slash command, or a button on a card that only one person sees. In a personal chat everything is private anyway.
 * The mark in a button's data is user input: it decides how to reply, not who sees the card.
 * https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/agent-slash-commands
 */
function isPrivateActivity(activity: Partial<Activity>, isTargeted: boolean): boolean {
  const conversation = parseConversationId(activity.conversation?.id ?? "");
  if (conversation?.conversationType === "personal" || isCompose(activity)) return false;
  const { action, isPrivate } = readFields(activity.value);
  // In an invoke, and in the message of an older client.
  return isTargeted || isMark(readFields(readFields(action).data).isPrivate) || isMark(isPrivate);
}

function isMark(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

export function isCompose({ type, name }: Partial<Activity>): boolean {
  return type === "invoke" && name?.startsWith("composeExtension/") === true;
}

/** The scopes of a personal chat with the bot include the person's own room. */
export function parseScopes(activity: Partial<Activity>): ConversationScope[] {
  const { team } = readFields(activity.channelData);
  const tenantId = readHostTenantId(activity);
  const conversation = parseConversationId(activity.conversation?.id ?? "");
  if (!tenantId || !conversation) return [];
  const { threadId } = conversation;
  // Only in Entra's form, because it becomes part of a key.
  const aadId = readGuid(activity.from?.aadObjectId);
  return [
    { tenantId, threadId, teamId: readTrimmed(readFields(team).id) },
    ...(conversation.conversationType === "personal" && aadId
      ? [{ tenantId, threadId: toPersonalRoom(aadId).threadId }]
      : []),
  ];
}
