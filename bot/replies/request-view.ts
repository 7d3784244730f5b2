import type { AttendeeRole } from "../../src/meetings/ports/online-meeting";
import type { MeetingRequest, RequestedPerson } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import { toEcho } from "../cards/echo";
import type { Mention } from "../cards/meeting/mentions";
import { messagesFor, type Messages } from "../locales/messages";
import type { LookedUpPeople } from "../requests/look-up-people";
import type { MeetingView } from "./meeting-reply";
import { toInfo, type ToSentence } from "./notices";
import type { Turn } from "../turn/turn";

export interface RequestAnswer {
  sentences: readonly ToSentence[];
  /** Whom Teams shall tell. */
  mentions?: readonly Mention[];
  understood?: string;
}

/**
 * How whoever asked sees the meeting: with what was understood, and those mentioned who were named; of a card
 * that they do not see Teams should not tell them.
 */
export function toRequestView(
  turn: Turn,
  { sentences, mentions: named = [], understood }: RequestAnswer,
): MeetingView {
  const mentions = turn.isPrivate ? [] : named;
  const userIds = [turn.callerTeamsId, ...mentions.map(({ teamsId }) => teamsId)];
  return {
    reader: turn.viewer,
    refreshUserIds: userIds.filter((id) => id !== ""),
    notice: toInfo(...sentences),
    mentions,
    ...(understood && { understood }),
    isPrivate: turn.isPrivate,
  };
}

/** Typed addresses are nobody whom Teams could tell, and nobody is mentioned without a name. */
export function toMentions({ known }: LookedUpPeople): Mention[] {
  return known.flatMap((person) =>
    person.kind === "mention" && person.name
      ? { teamsId: toMentionId(person), name: person.name }
      : [],
  );
}

/** Of the ids that Teams may put into a mention, a card takes `29:…` and the Entra object id. */
function toMentionId({ mentionId, aadId }: { mentionId: string; aadId?: string }): string {
  return mentionId.startsWith("29:") ? mentionId : (aadId ?? mentionId);
}

/** What was asked for, in one line; empty when nothing was. */
export function toUnderstood(
  { topic, time, people, room, isHere }: MeetingRequest,
  { viewer }: Turn,
  { now }: BotServices,
): string {
  const messages = messagesFor(viewer.locale);
  return toEcho(
    {
      topic,
      ...(time && { time }),
      people: people.map((person) => toPersonText(person, messages)),
      room,
      isHere,
      now: now(),
    },
    viewer,
    messages,
  );
}

/** By name or address, with the role that was asked for. */
function toPersonText(person: RequestedPerson, { card }: Messages): string {
  return toRoleText(person.kind === "mention" ? person.name : person.upn, person.role, card);
}

export function toRoleText(
  name: string,
  role: AttendeeRole | undefined,
  { inRole }: Messages["card"],
): string {
  return role === "presenter" || role === "coorganizer" ? inRole[role]({ name }) : name;
}
