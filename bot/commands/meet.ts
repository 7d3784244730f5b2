import { findDifferences, isSameSubject } from "../../src/meetings/compare-request";
import { toFoundRecord } from "../../src/meetings/find-meeting";
import { toJoinable, type AttachedRecord } from "../../src/meetings/record/attached-record";
import type { SharedMeetResult } from "../../src/meetings/meet";
import { isThreadRoom, type MeetingKey } from "../../src/meetings/record/meeting-key";
import type { MeetingSeries } from "../../src/meetings/record/meeting-record";
import { toTimePlan } from "../../src/meetings/meeting-plan";
import { toBareRequest, type MeetingRequest } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import { messagesFor, type Messages } from "../locales/messages";
import { askToAttach } from "../replies/attach-question";
import { toAttachedReply } from "../replies/attached-reply";
import { findPastedLink, type PastedLink } from "../requests/pasted-link";
import { parseAttachment, toLinkProblem } from "./attach";
import { askForChange } from "../replies/change-question";
import { toMeetingReply } from "../replies/meeting-reply";
import {
  describeLinkChange,
  describeMissingPeople,
  describeNextMeeting,
  describeProblem,
  describeUnknownZone,
  withCardUpdate,
} from "../replies/notices";
import { toRequestView, toUnderstood } from "../replies/request-view";
import type { CardReply, Reply } from "../reply";
import { attachChatMeeting } from "../requests/chat-meeting";
import { lookUpPeople, toInvited, type LookedUpPeople } from "../requests/look-up-people";
import { parseRequested } from "../requests/requested-meeting";
import { toChannel, type Turn } from "../turn/turn";
import type { ResumableCommand } from "./command";

/** Shows the conversation's meeting, or creates it: `meet`, or `meet Sprint review tomorrow 3pm with @Ana`. */
export const meetCommand: ResumableCommand = {
  name: "meet",
  async run(turn, words, services) {
    const link = findPastedLink(words, services.settings.meetingHosts);
    if (link.ok) return offerToAttach(turn, link, services);
    if (link.reason === "safe-link") return toLinkProblem(turn, link.reason);
    const requested = parseRequested(turn, "meet", words, services);
    return requested.ok ? meetCommand.resume(turn, requested, services) : requested.reply;
  },
  resume: (turn, { key, request }, services) => meet(turn, key, request, services),
};

/** Someone pasted the link of a meeting that exists. */
async function offerToAttach(
  turn: Turn,
  { joinWebUrl, rest }: Extract<PastedLink, { ok: true }>,
  services: BotServices,
): Promise<Reply> {
  const { key, subject } = parseAttachment(turn, rest, services);
  const found = await services.meetings.findMeeting(key);
  const current = toFoundRecord(found);
  return current && toJoinable(current).joinWebUrl === joinWebUrl
    ? meet(turn, key, toBareRequest(key), services)
    : askToAttach(turn, key, { joinWebUrl, subject }, found, services);
}

interface MeetOptions {
  /** The person asked for a new meeting: if there's one already, they can have a separate one. */
  isNew?: boolean;
  /** The request is that of the meeting that was cancelled. */
  isAgain?: boolean;
  /** Its series. */
  earlier?: MeetingSeries | undefined;
}

/** Like `meet`, with the request already parsed. */
export async function meet(
  turn: Turn,
  key: MeetingKey,
  request: MeetingRequest,
  services: BotServices,
  { isNew = false, isAgain = false, earlier }: MeetOptions = {},
): Promise<Reply> {
  const [chat, people] = await Promise.all([
    attachChatMeeting(turn, key, services),
    lookUpPeople(turn, request.people, services),
  ]);
  const result = chat.record
    ? ({ ok: false, record: chat.record } as const)
    : await services.meetings.meet({
        key,
        caller: turn.caller,
        ...toChannel(turn),
        plan: {
          subject: request.topic || toDefaultSubject(turn, key, messagesFor(turn.viewer.locale)),
          ...toTimePlan(request, services.now(), earlier),
          ...toInvited(people),
        },
      });
  services.waitUntil(services.people.recentMeetings.remember(turn.caller, key));
  if (!result.ok) return toAttachedAnswer(turn, result.record, { request, people }, services);
  const { record, wasCreated, linkChange, problem } = result;
  services.log.info(
    { conversationType: turn.conversation.conversationType, wasCreated, linkChange },
    "a meeting was requested",
  );
  if (problem) {
    const { code, details } = problem;
    services.log.warn({ code, ...details }, "a request shows the meeting as last seen");
  }
  // A new meeting can differ from the request, if it comes from someone else's call that was shared or left unfinished.
  // The owner of the call doesn't compare people, because the ids that Graph returns can differ from the ids
  // it was sent.
  const attendees = wasCreated && result.isOwner ? [] : people.attendees;
  const differences = findDifferences(record, { ...request, attendees }, services.now());
  return differences
    ? askForChange(turn, result, { differences, request, people, isNew }, services)
    : toReply(turn, result, { request, people, isAgain, isChatKnown: chat.isKnown }, services);
}

interface AnsweredRequest {
  request: MeetingRequest;
  people: LookedUpPeople;
  isAgain: boolean;
  /** False if the meeting was created because Teams didn't tell the chat's own. */
  isChatKnown: boolean;
}

/** The attached meeting. What the request names can't be changed from here. */
function toAttachedAnswer(
  turn: Turn,
  record: AttachedRecord,
  { request, people }: Pick<AnsweredRequest, "request" | "people">,
  services: BotServices,
): CardReply {
  const { topic, time } = request;
  const isNamed = topic !== "" && !isSameSubject(topic, record.attached.subject ?? "");
  const isMore = isNamed || time !== undefined || people.attendees.length > 0;
  const sentences = isMore ? [({ attachedCard }: Messages) => attachedCard.setElsewhere] : [];
  return toAttachedReply(record, toRequestView(turn, { sentences }), services);
}

function toReply(
  turn: Turn,
  { record, wasCreated, linkChange, isOwner, problem }: SharedMeetResult,
  { request, people, isAgain, isChatKnown }: AnsweredRequest,
  services: BotServices,
): CardReply {
  const isNext = linkChange === "started-again" && !isAgain;
  const newLink = isNext
    ? describeNextMeeting(turn.caller)
    : describeLinkChange(linkChange, record, turn.caller);
  const view = toRequestView(turn, {
    invited: people.known,
    understood: toUnderstood(request, turn, services),
    linkChange,
    sentences: [
      describeProblem(problem),
      ({ attach }) => (isChatKnown ? undefined : attach.chatUnknown),
      newLink,
      describeMissingPeople(people),
      describeUnknownZone(turn.viewer, request),
      ({ meet: words }) => (request.wasTopicCut && wasCreated ? words.topicCut : undefined),
    ],
  });
  const reply = toMeetingReply(record, view, services);
  return linkChange && isOwner ? withCardUpdate(reply, newLink, services, linkChange) : reply;
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
