import { AppError, toAppError } from "../../src/errors";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { isMemberOfTenant, isOwnMeeting } from "../../src/meetings/policy/who-may-change";
import type { BotServices } from "../bot-services";
import { messagesFor } from "../locales/messages";
import type { ErrorReply } from "../reply";
import { toRosterConversation } from "./roster-conversation";
import type { Turn } from "../turn/turn";

/**
 * What is done in the organizer's own name alone: for nobody but the organizer, whatever else the settings allow.
 * Where the app may act for everybody, for all.
 */
function refuseOthersThanHost(
  turn: Turn,
  record: LiveRecord,
  services: BotServices,
): ErrorReply | undefined {
  if (services.mayActFor(record, turn.caller)) return undefined;
  const { permission } = messagesFor(turn.viewer.locale);
  const { name } = record.organizer;
  const text = name ? permission.onlyHost({ name }) : permission.onlyHostUnnamed;
  return { kind: "error", code: "only_host", text };
}

/** The meeting's end and its options: for whom `refuseManagement` lets in, as far as they can be acted for. */
export async function denyHostsOwn(
  turn: Turn,
  record: LiveRecord,
  services: BotServices,
): Promise<ErrorReply | undefined> {
  return (
    refuseOthersThanHost(turn, record, services) ??
    (await authorizeManagement(turn, record, services))
  );
}

/** Name, time and people of a meeting: for members of the tenant that the conversation belongs to. */
export async function authorizeChange(
  turn: Turn,
  record: LiveRecord,
  services: BotServices,
): Promise<ErrorReply | undefined> {
  const refusal = refuseOthersThanHost(turn, record, services);
  if (refusal) return refusal;
  if (isOwnMeeting(record, turn.caller) || (await isMember(turn, services))) return undefined;
  const { permission } = messagesFor(turn.viewer.locale);
  return toRefusal(permission.change({ names: toWhom(turn, record) }));
}

/** The meeting's link, its end and its options: for its own people, and for whom the setting lets in. */
export async function authorizeManagement(
  turn: Turn,
  record: LiveRecord,
  services: BotServices,
): Promise<ErrorReply | undefined> {
  // Nobody else is in a chat with the bot alone.
  if (isOwnMeeting(record, turn.caller) || turn.conversation.conversationType === "personal")
    return undefined;
  const { permission } = messagesFor(turn.viewer.locale);
  const names = toWhom(turn, record);
  switch (services.whoMayChange) {
    case "members":
      if (await isMember(turn, services)) return undefined;
      return toRefusal(permission.manageMembers({ names }));
    case "owners":
      // A chat has no owner whom anybody could ask.
      if (!turn.teamId) return toRefusal(permission.manageOrganizer({ names }));
      if (await isTeamOwner(turn, services)) return undefined;
      return toRefusal(permission.manageOwners({ names }));
    case "organizer":
      return toRefusal(permission.manageOrganizer({ names }));
  }
}

async function isMember(turn: Turn, { roster }: BotServices): Promise<boolean> {
  const member = await roster.findMember(toRosterConversation(turn), turn.caller.aadId);
  return isMemberOfTenant(member, turn.tenantId);
}

/** Teams' own roster does not tell owners, so Graph is asked. */
async function isTeamOwner(turn: Turn, { roster, teamOwners, log }: BotServices): Promise<boolean> {
  try {
    const groupId = await roster.findTeamGroupId(toRosterConversation(turn));
    if (!groupId) return false;
    const { tenantId, caller } = turn;
    return await teamOwners.isOwner({ tenantId, groupId, userAadId: caller.aadId });
  } catch (error) {
    const { code, details } = toAppError(error);
    log.warn({ code, ...details }, "whether somebody owns the team could not be found out");
    // Without the team's consent nobody is known to own it; all else may pass, and is no reason to say no.
    if (code === "graph_refused") return false;
    throw new AppError("roster_unavailable", details, { cause: error });
  }
}

/** Those who may, by name. */
function toWhom({ viewer }: Turn, { organizer, requestedBy }: LiveRecord): string {
  const names = [...new Set([organizer.name, requestedBy.name])].filter(
    (name) => name !== undefined,
  );
  const { permission, language } = messagesFor(viewer.locale);
  if (names.length === 0) return permission.somebodyElse;
  return new Intl.ListFormat(language, { type: "disjunction" }).format(names);
}

function toRefusal(text: string): ErrorReply {
  return { kind: "error", code: "not_allowed", text };
}
