import { toAskedTime } from "../../src/meetings/asked-time";
import { findDifferences } from "../../src/meetings/compare-request";
import type { SharedMeetResult } from "../../src/meetings/meet";
import { isThreadRoom, type MeetingKey } from "../../src/meetings/record/meeting-key";
import type { MeetingRequest } from "../../src/request/meeting-request";
import { readAsked } from "../requests/asked-meeting";
import type { BotServices } from "../bot-services";
import { askForChange } from "../replies/change-question";
import { messagesFor, type Messages } from "../locales/messages";
import { lookUpPeople, toInvited, type LookedUpPeople } from "../requests/look-up-people";
import { toMeetingReply } from "../replies/meeting-reply";
import { tellLinkChange, tellMissing } from "../replies/notices";
import { withNews } from "../replies/news";
import type { CardReply, Reply } from "../delivery/reply";
import { toMentions, toRequestView, toUnderstood } from "../replies/request-view";
import { toChannel, type Turn } from "../turn/turn";
import type { Command } from "./command";

/** The conversation's meeting, whoever asks: `meet`, or `meet Sprint review tomorrow 3pm with @Ana`. */
export const meetCommand: Command = {
  name: "meet",
  async run(turn, words, services) {
    const asked = readAsked(turn, words, services);
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
  const result = await services.meet({
    key,
    caller: turn.caller,
    ...toChannel(turn),
    plan: {
      subject: request.topic || toDefaultSubject(turn, key, messagesFor(turn.reader.locale)),
      ...(request.time && { time: toAskedTime(request.time, services.now()) }),
      ...toInvited(people),
    },
  });
  const { record, wasCreated, linkChange } = result;
  services.log.info(
    { place: turn.conversation.place, wasCreated, linkChange },
    "a meeting was asked for",
  );
  services.inBackground(services.recentMeetings.remember(turn.caller, key));
  // A meeting that was just made may be as somebody else asked for it, whose call was shared or left unfinished.
  // Of people Graph may answer in other words than it was asked: who was sent for is asked for.
  const attendees = wasCreated && result.isLeader ? [] : people.attendees;
  const differences = findDifferences(record, { ...request, attendees }, services.now());
  return differences
    ? askForChange(turn, result, differences, request, people, services)
    : toAnswer(turn, result, request, people, services);
}

function toAnswer(
  turn: Turn,
  { record, wasCreated, linkChange, isLeader }: SharedMeetResult,
  request: MeetingRequest,
  people: LookedUpPeople,
  services: BotServices,
): CardReply {
  const tellLink = tellLinkChange(linkChange, record, turn.caller);
  const view = toRequestView(turn, {
    mentions: toMentions(people),
    understood: toUnderstood(request, turn, services),
    sentences: [
      tellLink,
      tellMissing(people),
      ({ meet: words }) => (request.wasTopicCut && wasCreated ? words.topicCut : undefined),
    ],
  });
  const reply = toMeetingReply(record, view, services);
  return linkChange && isLeader ? withNews(reply, tellLink, services) : reply;
}

function toDefaultSubject(
  { conversation, channelName }: Turn,
  { room }: MeetingKey,
  { meet: { named, subjects } }: Messages,
): string {
  if (isThreadRoom(room)) return subjects.thread;
  if (room) return named({ name: `#${room}` });
  return channelName ? named({ name: channelName }) : subjects[conversation.place];
}
