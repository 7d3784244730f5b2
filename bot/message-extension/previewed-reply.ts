import { findDifferences } from "../../src/meetings/compare-request";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { MeetingRequest } from "../../src/request/meeting-request";
import { toMeetingReply } from "../replies/meeting-reply";
import { toMentions, toRequestView, toUnderstood } from "../replies/request-view";
import type { BotServices } from "../bot-services";
import type { CardReply } from "../reply";
import { lookUpPeople } from "../requests/look-up-people";
import type { Turn } from "../turn/turn";

/** The meeting as it is, with what was asked for, unless somebody has changed that since. */
export async function toPreviewedReply(
  turn: Turn,
  record: LiveRecord,
  request: MeetingRequest,
  services: BotServices,
): Promise<CardReply> {
  const people = await lookUpPeople(turn, request.people, services);
  const asked = { ...request, attendees: people.attendees };
  const isAsAsked = findDifferences(record, asked, services.now()) === undefined;
  const view = toRequestView(turn, {
    sentences: [],
    mentions: toMentions(people),
    ...(isAsAsked && { understood: toUnderstood(request, turn, services) }),
  });
  return toMeetingReply(record, view, services);
}
