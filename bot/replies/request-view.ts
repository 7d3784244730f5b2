import { foldText } from "../../src/request/fold-text";
import type { MeetingRequest, RequestedPerson } from "../../src/request/meeting-request";
import type { LinkChange } from "../../src/meetings/make-meeting";
import type { BotServices } from "../bot-services";
import { formatRequest } from "../cards/elements/format-request";
import type { Mention } from "../cards/meeting/mentions";
import type { MeetingView } from "./meeting-reply";
import { toInfo, toStatus, type ToSentence } from "./notices";
import { toAttendee } from "../requests/look-up-people";
import { toText } from "../turn/read-text";
import type { Turn } from "../turn/turn";

export interface RequestAnswer {
  sentences?: readonly ToSentence[];
  /** Everyone the request invited, looked up. */
  invited?: readonly RequestedPerson[];
  understood?: string | undefined;
  /** Why the meeting has a new link. */
  linkChange?: LinkChange | undefined;
  /** Whether the person only looks at the meeting. */
  isLook?: boolean;
}

/**
 * How the meeting looks to the person who asked. Teams notifies the people that a card mentions. A private card mentions
 * no one: they can't see it.
 */
export function toRequestView(
  turn: Turn,
  { sentences = [], invited = [], understood, linkChange, isLook }: RequestAnswer = {},
): MeetingView {
  const mentioned = turn.isPrivate ? [] : invited.filter(isMentionable);
  const mentions = mentioned.map(toMention);
  const userIds = [turn.sender.id, ...mentions.map(({ teamsId }) => teamsId)];
  return {
    viewer: turn.viewer,
    refreshUserIds: userIds.filter((id) => id !== ""),
    notice: toInfo(...sentences),
    mentions,
    unmentioned: invited.filter((person) => mentioned.every((other) => other !== person)),
    callerAadId: turn.caller.aadId,
    // No one knows the new link yet.
    actorAadId: isLook || linkChange ? undefined : turn.caller.aadId,
    notified: [{ aadId: turn.caller.aadId }, ...mentioned.map(toAttendee)],
    understood,
    ...toStatus(linkChange),
    isPrivate: turn.isPrivate,
  };
}

type MentionablePerson = Extract<RequestedPerson, { kind: "mention" }>;

/** Teams can mention neither typed addresses nor people without a name. */
function isMentionable(person: RequestedPerson): person is MentionablePerson {
  return person.kind === "mention" && person.name !== "";
}

/** Cards accept `29:…` ids and Entra object ids; messages can mention people by other ids too. */
function toMention({ mentionId, aadId, name }: MentionablePerson): Mention {
  return { teamsId: mentionId.startsWith("29:") ? mentionId : (aadId ?? mentionId), name };
}

/**
 * The request in one line if our reading could surprise the person who typed it: the name isn't a run of the words.
 * Otherwise the card itself shows everything that we understood.
 */
export function toUnderstood(
  request: MeetingRequest,
  turn: Turn,
  services: BotServices,
): string | undefined {
  const typed = toText(turn.words);
  const isAsTyped = typed === "" || foldText(typed).includes(foldText(request.topic));
  return isAsTyped ? undefined : readBack(request, turn, services);
}

/** The request in one line; empty when it asks for nothing specific. */
export function readBack(request: MeetingRequest, { viewer }: Turn, { now }: BotServices): string {
  return formatRequest(request, now(), viewer);
}
