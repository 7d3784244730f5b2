import type { ChangeRequest } from "../../src/meetings/change-meeting";
import type { SeriesChange } from "../../src/meetings/series/series-change";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { MeetingRequest } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import { toNoMeetingReply } from "./live-meeting";
import { messagesFor, type Messages } from "../locales/messages";
import { toMeetingReply } from "./meeting-reply";
import {
  describeChange,
  describeLinkChange,
  describeMissingCoOrganizers,
  describeMissingPeople,
  describeUnknownZone,
  withCardUpdate,
  type ToSentence,
} from "./notices";
import { lookUpPeople, toInvited } from "../requests/look-up-people";
import { authorizeChange } from "../requests/permission";
import type { Reply } from "../reply";
import { toRequestView, toUnderstood, type RequestAnswer } from "./request-view";
import { toChannel, type Turn } from "../turn/turn";

interface WantedChange extends RequestAnswer {
  change: Omit<ChangeRequest, "reference" | "channelThreadId">;
  /** Tells the conversation what the caller did: a message key, or the sentence. */
  announce: keyof Messages["changed"] | ToSentence;
}

/** The name, time and people of a request. */
export async function toWantedChange(
  turn: Turn,
  request: MeetingRequest,
  announce: WantedChange["announce"],
  services: BotServices,
): Promise<WantedChange> {
  const people = await lookUpPeople(turn, request.people, services);
  return {
    change: {
      subject: request.topic || undefined,
      time: request.time,
      series: toSeriesChange(request),
      ...toInvited(people),
    },
    announce,
    sentences: [describeMissingPeople(people), describeUnknownZone(turn.viewer, request)],
    invited: people.known,
    understood: toUnderstood(request, turn, services),
  };
}

function toSeriesChange({ time, recurrence }: MeetingRequest): SeriesChange | undefined {
  if (!recurrence || !time || time.kind === "length") return undefined;
  return { kind: "repeat", recurrence };
}

/** Changes the meeting if the caller is allowed to, and updates all its cards. */
export async function changeForEverybody(
  turn: Turn,
  record: LiveRecord,
  wanted: WantedChange,
  services: BotServices,
): Promise<Reply> {
  const refusal = await authorizeChange(turn, record, services);
  return refusal ?? applyChange(turn, record, wanted, services);
}

/** Like {@link changeForEverybody}, for callers who are already authorized. */
export async function applyChange(
  turn: Turn,
  { key, generation }: Pick<LiveRecord, "key" | "generation">,
  { change, announce, sentences = [], ...view }: WantedChange,
  services: BotServices,
): Promise<Reply> {
  const result = await services.meetings.changeMeeting({
    ...change,
    reference: { key, generation },
    caller: turn.caller,
    channelThreadId: toChannel(turn).channelThreadId,
  });
  if (!result.ok) {
    if (result.reason !== "host") return toNoMeetingReply(turn, key, result, services);
    const { hostStays } = messagesFor(turn.viewer.locale).uninvite;
    return { kind: "error", code: "host_not_removable", text: hostStays };
  }
  const { record, linkChange, refusedCoOrganizers } = result;
  const done = typeof announce === "string" ? describeChange(turn.caller, announce) : announce;
  const newLink = describeLinkChange(linkChange, record, turn.caller);
  const refused = describeMissingCoOrganizers(refusedCoOrganizers, record);
  const callerView = toRequestView(turn, {
    ...view,
    linkChange,
    sentences: [done, newLink, refused, ...sentences],
  });
  const reply = toMeetingReply(record, callerView, services);
  return withCardUpdate(reply, linkChange ? newLink : done, services, linkChange);
}
