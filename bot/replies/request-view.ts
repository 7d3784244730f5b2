import { foldText } from "../../src/request/fold-text";
import type { MeetingRequest } from "../../src/request/meeting-request";
import type { LinkChange } from "../../src/meetings/make-meeting";
import type { BotServices } from "../bot-services";
import { formatRequest } from "../cards/elements/format-request";
import type { Mention } from "../cards/meeting/mentions";
import type { LookedUpPeople } from "../requests/look-up-people";
import type { MeetingView } from "./meeting-reply";
import { toInfo, toStatus, type ToSentence } from "./notices";
import { toText } from "../turn/read-text";
import type { Turn } from "../turn/turn";

export interface RequestAnswer {
  sentences?: readonly ToSentence[];
  /** Teams notifies these people. */
  mentions?: readonly Mention[];
  understood?: string | undefined;
  /** Why the meeting has a new link. */
  linkChange?: LinkChange | undefined;
}

/**
 * How the meeting looks to the person who asked. A private card mentions no one: Teams would notify people of a
 * card they can't see.
 */
export function toRequestView(
  turn: Turn,
  { sentences = [], mentions: named = [], understood, linkChange }: RequestAnswer = {},
): MeetingView {
  const mentions = turn.isPrivate ? [] : named;
  const userIds = [turn.sender.id, ...mentions.map(({ teamsId }) => teamsId)];
  return {
    viewer: turn.viewer,
    refreshUserIds: userIds.filter((id) => id !== ""),
    notice: toInfo(...sentences),
    mentions,
    understood,
    ...toStatus(linkChange),
    isPrivate: turn.isPrivate,
  };
}

/** Teams can mention neither typed addresses nor people without a name. */
export function toMentions({ known }: LookedUpPeople): Mention[] {
  return known.flatMap((person) =>
    person.kind === "mention" && person.name
      ? { teamsId: toMentionId(person), name: person.name }
      : [],
  );
}

/** Cards accept `29:…` ids and Entra object ids; messages can mention people by other ids too. */
function toMentionId({ mentionId, aadId }: { mentionId: string; aadId?: string }): string {
  return mentionId.startsWith("29:") ? mentionId : (aadId ?? mentionId);
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
