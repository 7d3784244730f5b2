import type { Differences } from "../../src/meetings/compare-request";
import type { SharedMeetResult } from "../../src/meetings/meet";
import type { MeetingRequest } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import { toChangeCard } from "../cards/change-card";
import { toNameWithRole, toSubject } from "../cards/elements/names";
import { messagesFor } from "../locales/messages";
import type { LookedUpPeople } from "../requests/look-up-people";
import { toAttendeeNames, toCardTime, toPeopleNames } from "./meeting-reply";
import {
  describeLinkChange,
  describeMissingPeople,
  describeProblem,
  describeUnknownZone,
  toInfo,
  withCardUpdate,
} from "./notices";
import type { CardReply } from "../reply";
import { toAskedTime } from "./recurring-time";
import { listScopes } from "./series-scopes";
import { isProbablySeparate, offerSeparateMeeting } from "./separate-meeting";
import type { Turn } from "../turn/turn";

interface DifferentRequest {
  request: MeetingRequest;
  people: LookedUpPeople;
  differences: Differences;
  isNew: boolean;
}

/**
 * Asks whether to update the meeting, or to create a separate one if the request is probably about another meeting or
 * certainly about a new one. Nothing changes until someone chooses.
 */
export async function askForChange(
  turn: Turn,
  { record, linkChange, isOwner, problem }: SharedMeetResult,
  { request, people, differences, isNew }: DifferentRequest,
  services: BotServices,
): Promise<CardReply> {
  const { subject, time, recurrence, attendees } = differences;
  const messages = messagesFor(turn.viewer.locale);
  const { key, generation, meeting } = record;
  const reference = { key, generation };
  const newLink = describeLinkChange(linkChange, record, turn.caller);
  const notice = toInfo(
    describeProblem(problem),
    newLink,
    describeMissingPeople(people),
    describeUnknownZone(turn.viewer, request),
  )(messages);
  const requested: MeetingRequest = {
    ...request,
    topic: subject ?? "",
    time: time && { kind: "span", ...time },
    recurrence,
    people: people.known.filter((_person, index) =>
      attendees?.some((attendee) => attendee === people.attendees[index]),
    ),
  };
  const scopes =
    time && !recurrence ? listScopes(turn.viewer, record, time, services.now()) : undefined;
  const separate =
    isNew || isProbablySeparate(differences)
      ? await offerSeparateMeeting(turn, key, { ...request, people: people.known }, services)
      : undefined;
  const card = toChangeCard(
    {
      joinWebUrl: meeting.joinWebUrl,
      now: {
        subject: meeting.subject,
        time: toCardTime(record, services.now()),
        people: toPeopleNames(record),
      },
      asked: {
        subject: subject || undefined,
        time: time && toAskedTime(time, recurrence),
        people: attendees?.map((attendee) => {
          const [name = messages.card.somebody] = toAttendeeNames([attendee], people.names);
          return toNameWithRole(name, attendee.role, messages);
        }),
      },
      notice,
      today: services.now(),
      words: scopes && {
        title: messages.changeCard.title,
        text: messages.series.change({ subject: toSubject(meeting.subject ?? "", messages) }),
      },
      updates: (scopes ?? [undefined]).map((scope) => ({
        title: scope?.title,
        requestToken: services.tokens.request.encode({
          does: "update",
          reference,
          request: requested,
          series: scope?.change,
        }),
      })),
      meetingToken: services.tokens.meeting.encode(reference),
      separate: separate && {
        room: separate.request.room,
        requestToken: services.tokens.request.encode(separate),
      },
    },
    turn.viewer,
  );
  const refreshUserIds = [turn.sender.id].filter((id) => id !== "");
  const reply: CardReply = {
    kind: "card",
    card,
    summary: messages.changeCard.title,
    shows: { record, refreshUserIds },
    isQuestion: true,
  };
  return linkChange && isOwner ? withCardUpdate(reply, newLink, services, linkChange) : reply;
}
