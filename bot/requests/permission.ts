import { AppError, toAppError } from "../../src/errors";
import { toFoundRecord, type FoundMeeting } from "../../src/meetings/find-meeting";
import {
  isMemberOfTenant,
  isOwnMeeting,
  type Owned,
} from "../../src/meetings/policy/who-may-change";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { BotServices } from "../bot-services";
import { joinWords } from "../cards/elements/join-words";
import { messagesFor } from "../locales/messages";
import type { ErrorReply } from "../reply";
import { toRosterConversation, type Turn } from "../turn/turn";

/** Changing a meeting's name, time or people: allowed for members of the conversation's tenant. */
export async function authorizeChange(
  turn: Turn,
  record: LiveRecord,
  services: BotServices,
): Promise<ErrorReply | undefined> {
  return authorizeCall(turn, record, services) ?? (await authorizeMember(turn, record, services));
}

/** Changing what doesn't need Graph: allowed for members of the conversation's tenant. */
export async function authorizeMember(
  turn: Turn,
  record: LiveRecord,
  services: BotServices,
): Promise<ErrorReply | undefined> {
  if (isOwnMeeting(record, turn.caller) || (await isMember(turn, services))) return undefined;
  const { permission } = messagesFor(turn.viewer.locale);
  return toDenial(permission.change({ names: toNamesToAsk(turn, record) }));
}

/** Cancelling a meeting or setting its options, which calls Graph in the organizer's name. */
export async function authorizeAsOrganizer(
  turn: Turn,
  record: LiveRecord,
  services: BotServices,
): Promise<ErrorReply | undefined> {
  return (
    authorizeCall(turn, record, services) ?? (await authorizeManagement(turn, record, services))
  );
}

/** Replacing, cancelling or configuring a meeting: allowed for its own people, and as `WHO_MAY_CHANGE` says. */
export async function authorizeManagement(
  turn: Turn,
  record: Owned,
  services: BotServices,
): Promise<ErrorReply | undefined> {
  // A personal chat has no other members.
  if (isOwnMeeting(record, turn.caller) || turn.conversation.conversationType === "personal")
    return undefined;
  const { permission } = messagesFor(turn.viewer.locale);
  const names = toNamesToAsk(turn, record);
  const { whoMayChange } = services.settings;
  if (whoMayChange === "members") {
    const isAllowed = await isMember(turn, services);
    return isAllowed ? undefined : toDenial(permission.manageMembers({ names }));
  }
  // A chat has no owners.
  if (whoMayChange === "owners" && turn.teamId) {
    const isAllowed = await isTeamOwner(turn, services);
    return isAllowed ? undefined : toDenial(permission.manageOwners({ names }));
  }
  return toDenial(permission.manageOrganizer({ names }));
}

/** Attaching and detaching a meeting: like replacing one. Where there's none, it's for members of the tenant. */
export async function authorizeAttaching(
  turn: Turn,
  found: FoundMeeting,
  services: BotServices,
): Promise<ErrorReply | undefined> {
  const current = toFoundRecord(found);
  if (current) return authorizeManagement(turn, current, services);
  const isAlone = turn.conversation.conversationType === "personal";
  if (isAlone || (await isMember(turn, services))) return undefined;
  return toDenial(messagesFor(turn.viewer.locale).attach.onlyMembers);
}

/** With delegated permissions, only the organizer can have Graph called in their name. */
function authorizeCall(
  turn: Turn,
  record: LiveRecord,
  services: BotServices,
): ErrorReply | undefined {
  if (services.meetings.mayActFor(record, turn.caller)) return undefined;
  const { permission } = messagesFor(turn.viewer.locale);
  const { name } = record.organizer;
  const text = name ? permission.onlyHost({ name }) : permission.onlyHostUnnamed;
  return { kind: "error", code: "only_host", text };
}

async function isMember(turn: Turn, { team }: Pick<BotServices, "team">): Promise<boolean> {
  const member = await team.roster.findMember(toRosterConversation(turn), turn.caller.aadId);
  return isMemberOfTenant(member, turn.tenantId);
}

/** Asks Graph, because Teams' roster doesn't say who owns the team. */
async function isTeamOwner(
  turn: Turn,
  { team, log }: Pick<BotServices, "team" | "log">,
): Promise<boolean> {
  try {
    const groupId = await team.roster.findTeamGroupId(toRosterConversation(turn));
    if (!groupId) return false;
    const { tenantId, caller } = turn;
    return await team.owners.isOwner({ tenantId, groupId, userAadId: caller.aadId });
  } catch (error) {
    const { code, details } = toAppError(error);
    log.warn({ code, ...details }, "could not read the team's owners");
    // Without the team's consent there are no known owners. Other errors may pass, so they deny nothing.
    if (code === "graph_refused") return false;
    throw new AppError("roster_unavailable", details, { cause: error });
  }
}

/** The people who can do it instead. */
function toNamesToAsk({ viewer }: Turn, { organizer, requestedBy, attached }: Owned): string {
  const people = [organizer?.name, requestedBy.name, attached?.attachedBy.name];
  const names = [...new Set(people)].filter((name) => name !== undefined);
  const { permission, language } = messagesFor(viewer.locale);
  if (names.length === 0) return permission.somebodyElse;
  return joinWords(names, language, "disjunction");
}

function toDenial(text: string): ErrorReply {
  return { kind: "error", code: "not_allowed", text };
}
