import type { Activity } from "botbuilder";
import { z } from "zod";
import { parseConversationId, type Conversation } from "../src/meetings/conversation";
import type { MeetingKey } from "../src/meetings/meeting-key";
import type { Person } from "../src/meetings/meeting-record";
import { DEFAULT_ROOM } from "../src/meetings/meeting-key";
import { readReader, type Reader } from "./reader";
import { readText } from "./read-text";

/** Who speaks, where, and what: read once from an activity, and all that a handler ever sees of it. */
export interface Turn {
  tenantId: string;
  conversation: Conversation;
  /** As the manifest of a channel knows it; Teams often leaves it out. */
  channelName?: string;
  caller: Person;
  /** Teams' own id of the person (`29:…`), which only `refresh.userIds` wants. */
  callerTeamsId: string;
  reader: Reader;
  /** What was typed, without the bot's own mention; empty when it was mentioned and nothing else said. */
  text: string;
  isBotMentioned: boolean;
}

export type TurnProblem = "no-tenant" | "foreign-tenant" | "unknown-conversation" | "no-sender";

export type TurnResult = { ok: true; turn: Turn } | { ok: false; problem: TurnProblem };

const id = z.string().trim().min(1).optional().catch(undefined);
/** Entra's own form; it becomes part of addresses. */
const guid = z.guid().optional().catch(undefined);
const tenantSchema = z.object({ id: guid }).optional().catch(undefined);
const channelDataSchema = z
  .object({ tenant: tenantSchema, channel: z.object({ name: id }).optional().catch(undefined) })
  .catch({});

/**
 * Reads an activity as Teams sends it:
 * https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability
 *
 * The tenant is the conversation's, which in a shared channel may not be the person's; the person is known by
 * the Entra object id alone, since `29:…` ids mean nothing outside Teams.
 *
 * @param homeTenantId The one tenant that is served; absent, where any is.
 */
export function readTurn(activity: Partial<Activity>, homeTenantId?: string): TurnResult {
  const { tenant, channel } = channelDataSchema.parse(activity.channelData);
  const hostTenantId = guid.parse(activity.conversation?.tenantId) ?? tenant?.id;
  if (!hostTenantId) return { ok: false, problem: "no-tenant" };
  if (homeTenantId && hostTenantId.toLowerCase() !== homeTenantId.toLowerCase()) {
    return { ok: false, problem: "foreign-tenant" };
  }
  const conversation = parseConversationId(activity.conversation?.id ?? "");
  if (!conversation) return { ok: false, problem: "unknown-conversation" };
  const aadId = id.parse(activity.from?.aadObjectId);
  if (!aadId) return { ok: false, problem: "no-sender" };

  const name = id.parse(activity.from?.name);
  return {
    ok: true,
    turn: {
      tenantId: hostTenantId,
      conversation,
      ...(channel?.name && { channelName: channel.name }),
      caller: { aadId, ...(name && { name }) },
      callerTeamsId: activity.from?.id ?? "",
      reader: readReader(activity),
      ...readText(activity),
    },
  };
}

/** The key of the conversation's own meeting. */
export function toMeetingKey({ tenantId, conversation }: Turn): MeetingKey {
  return { tenantId, threadId: conversation.threadId, room: DEFAULT_ROOM };
}
