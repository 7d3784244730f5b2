import { toTimeRange } from "../../src/meetings/time-range";
import { findDifferences } from "../../src/meetings/compare-request";
import type { SharedMeetResult } from "../../src/meetings/meet";
import { isThreadRoom, type MeetingKey } from "../../src/meetings/record/meeting-key";
import type { MeetingRequest } from "../../src/request/meeting-request";
import { readRequested } from "../requests/requested-meeting";
import type { BotServices } from "../bot-services";
import { askForChange } from "../replies/change-question";
import { messagesFor, type Messages } from "../locales/messages";
import { lookUpPeople, toInvited, type LookedUpPeople } from "../requests/look-up-people";
import { toMeetingReply } from "../replies/meeting-reply";
import { describeLinkChange, describeMissingPeople, withCardUpdate } from "../replies/notices";
import type { CardReply, Reply } from "../reply";
import { toMentions, toRequestView, toUnderstood } from "../replies/request-view";
import { toChannel, type Turn } from "../turn/turn";
import type { Command } from "./command";

/** The conversation's meeting, whoever asks: `meet`, or `meet Sprint review tomorrow 3pm with @Ana`. */
export const meetCommand: Command = {
  name: "meet",
  async run(turn, words, services) {
    const asked = readRequested(turn, words, services);
    return asked.ok ? meet(turn, asked.key, asked.request, services) : asked.reply;
  },
};

/** What `meet` does once its words are understood. */
export async function meet(
  turn: Turn,
  key: MeetingKey,
  request: MeetingRequest,
  services: BotServices,
): Promise<Reply> {
  const people = await lookUpPeople(turn, request.people, services);
  const result = await services.meetings.meet({
    key,
    caller: turn.caller,
    ...toChannel(turn),
    plan: {
      subject: request.topic || toDefaultSubject(turn, key, messagesFor(turn.viewer.locale)),
      ...(request.time && { time: toTimeRange(request.time, services.now()) }),
      ...toInvited(people),
    },
  });
  const { record, wasCreated, linkChange } = result;
  services.log.info(
    { place: turn.conversation.conversationType, wasCreated, linkChange },
    "a meeting was asked for",
  );
  services.waitUntil(services.people.recentMeetings.remember(turn.caller, key));
  // A meeting that was just made may be as somebody else asked for it, whose call was shared or left unfinished.
  // Of people Graph may answer in other words than it was asked: who was sent for is asked for.
  const attendees = wasCreated && result.isOwner ? [] : people.attendees;
  const differences = findDifferences(record, { ...request, attendees }, services.now());
  return differences
    ? askForChange(turn, result, differences, request, people, services)
    : toAnswer(turn, result, request, people, services);
}

function toAnswer(
  turn: Turn,
  { record, wasCreated, linkChange, isOwner: isLeader }: SharedMeetResult,
  request: MeetingRequest,
  people: LookedUpPeople,
  services: BotServices,
): CardReply {
  const tellLink = describeLinkChange(linkChange, record, turn.caller);
  const view = toRequestView(turn, {
    mentions: toMentions(people),
    understood: toUnderstood(request, turn, services),
    sentences: [
      tellLink,
      describeMissingPeople(people),
      ({ meet: words }) => (request.wasTopicCut && wasCreated ? words.topicCut : undefined),
    ],
  });
  const reply = toMeetingReply(record, view, services);
  return linkChange && isLeader ? withCardUpdate(reply, tellLink, services) : reply;
}

function toDefaultSubject(
  { conversation, channelName }: Turn,
  { room }: MeetingKey,
  { meet: { named, subjects } }: Messages,
): string {
  if (isThreadRoom(room)) return subjects.thread;
  if (room) return named({ name: `#${room}` });
  return channelName ? named({ name: channelName }) : subjects[conversation.conversationType];
}
