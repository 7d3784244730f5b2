import type { ChangeRequest } from "../../src/meetings/change-meeting";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { BotServices } from "../bot-services";
import { toNoMeetingReply } from "./live-meeting";
import type { Messages } from "../locales/messages";
import { toMeetingReply } from "./meeting-reply";
import { withCardUpdate } from "./card-update";
import { describeChange, describeLinkChange, describeMissingCoOrganizers } from "./notices";
import { authorizeChange } from "../requests/permission";
import type { Reply } from "../delivery/reply";
import { toRequestView, type RequestAnswer } from "./request-view";
import { toChannel, type Turn } from "../turn/turn";

interface WantedChange extends Partial<RequestAnswer> {
  change: Omit<ChangeRequest, "reference" | "channelThreadId">;
  /** What everybody is told that the caller did. */
  tells: keyof Messages["changed"];
}

/** A change of the meeting by who may make it, shown on all its cards. */
export async function changeForEverybody(
  turn: Turn,
  record: LiveRecord,
  wanted: WantedChange,
  services: BotServices,
): Promise<Reply> {
  const refusal = await authorizeChange(turn, record, services);
  return refusal ?? applyChange(turn, record, wanted, services);
}

/** The same, once it is known that the caller may. */
export async function applyChange(
  turn: Turn,
  { key, generation }: Pick<LiveRecord, "key" | "generation">,
  { change, tells, sentences = [], ...view }: WantedChange,
  services: BotServices,
): Promise<Reply> {
  const { channelThreadId } = toChannel(turn);
  const result = await services.changeMeeting({
    ...change,
    reference: { key, generation },
    caller: turn.caller,
    ...(channelThreadId && { channelThreadId }),
  });
  if (!result.ok) return toNoMeetingReply(turn, key, result, services);
  const { record, linkChange, refusedCoOrganizers } = result;
  const tellDone = describeChange(turn.caller, tells);
  const tellLink = describeLinkChange(linkChange, record, turn.caller);
  const tellRefused = describeMissingCoOrganizers(refusedCoOrganizers, record);
  const told = toRequestView(turn, {
    ...view,
    sentences: [tellDone, tellLink, tellRefused, ...sentences],
  });
  const tellOthers = linkChange ? tellLink : tellDone;
  return withCardUpdate(toMeetingReply(record, told, services), tellOthers, services);
}
