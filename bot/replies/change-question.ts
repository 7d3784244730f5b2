import type { Differences } from "../../src/meetings/compare-request";
import type { SharedMeetResult } from "../../src/meetings/meet";
import type { MeetingRequest } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import { toChangeCard } from "../cards/change-card";
import { messagesFor } from "../locales/messages";
import type { LookedUpPeople } from "../requests/look-up-people";
import { toCardTime, toNames, toPeopleNames } from "./meeting-reply";
import { withCardUpdate } from "./card-update";
import { toRoleText } from "./request-view";
import { describeLinkChange, describeMissingPeople, toInfo } from "./notices";
import type { CardReply } from "../delivery/reply";
import type { Turn } from "../turn/turn";

/** What is and what was asked for, side by side: nothing is changed before somebody says so. */
export function askForChange(
  turn: Turn,
  { record, linkChange, isOwner: isLeader }: SharedMeetResult,
  { subject, time, attendees }: Differences,
  request: MeetingRequest,
  people: LookedUpPeople,
  services: BotServices,
): CardReply {
  const messages = messagesFor(turn.viewer.locale);
  const { key, generation, meeting } = record;
  const reference = { key, generation };
  const invited = toPeopleNames(record);
  const tellLink = describeLinkChange(linkChange, record, turn.caller);
  const notice = toInfo(tellLink, describeMissingPeople(people))(messages);
  const offered: MeetingRequest = {
    ...request,
    topic: subject ?? "",
    time: time && { kind: "span", ...time },
    people: people.known.filter((_person, index) =>
      attendees?.some((one) => one === people.attendees[index]),
    ),
  };
  const card = toChangeCard(
    {
      joinWebUrl: meeting.joinWebUrl,
      now: {
        ...(meeting.subject && { subject: meeting.subject }),
        time: toCardTime(record, services.now()),
        ...(invited.length > 0 && { people: invited }),
      },
      asked: {
        ...(subject && { subject }),
        ...(time && { time: { kind: "scheduled", ...time } }),
        ...(attendees && {
          people: attendees.map((one) => {
            const [name = messages.card.somebody] = toNames([one], people.names);
            return toRoleText(name, one.role, messages.card);
          }),
        }),
      },
      ...(notice && { notice }),
      sealedOffer: services.offerSealer.seal({ does: "update", reference, request: offered }),
      sealedReference: services.sealer.seal(reference),
    },
    turn.viewer,
    messages,
  );
  const refreshUserIds = [turn.callerTeamsId].filter((id) => id !== "");
  const reply: CardReply = {
    kind: "card",
    card,
    summary: messages.changeCard.title,
    shows: { record, refreshUserIds },
    isQuestion: true,
  };
  return linkChange && isLeader ? withCardUpdate(reply, tellLink, services) : reply;
}
