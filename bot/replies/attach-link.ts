import { toFoundRecord, toGeneration, type FoundMeeting } from "../../src/meetings/find-meeting";
import { toJoinable } from "../../src/meetings/record/attached-record";
import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type { MeetingReference } from "../../src/meetings/tokens/meeting-token";
import type { BotServices } from "../bot-services";
import type { Messages } from "../locales/messages";
import type { Reply } from "../reply";
import { authorizeAttaching } from "../requests/permission";
import { toChannel, type Turn } from "../turn/turn";
import { askToAttach, type AttachedLink } from "./attach-question";
import { toAttachedReply } from "./attached-reply";
import { toNoMeetingReply } from "./live-meeting";
import { describeNothing, toStatus, withCardUpdate } from "./notices";
import { toRequestView } from "./request-view";
import { toJoinableReply } from "./shown-reply";

/** Attaches a meeting, or asks first if there's another one. */
export async function attachLink(
  turn: Turn,
  key: MeetingKey,
  link: AttachedLink,
  services: BotServices,
): Promise<Reply> {
  const found = await services.meetings.findMeeting(key);
  const current = toFoundRecord(found);
  const refusal = await authorizeAttaching(turn, found, services);
  if (refusal) return refusal;
  const isSame = current && toJoinable(current).joinWebUrl === link.joinWebUrl;
  // The same link with a name gives the meeting that name.
  if (isSame && (link.subject === undefined || current.state === "live")) {
    const sentences = [({ attach }: Messages) => attach.already];
    return toJoinableReply(current, toRequestView(turn, { sentences }), services);
  }
  if (current && !isSame) return askToAttach(turn, key, link, found, services);
  return applyAttaching(turn, { key, generation: toGeneration(found) }, link, found, services);
}

/** Attaches a meeting for callers who are already authorized, and updates all cards. `found` is what was there before. */
export async function applyAttaching(
  turn: Turn,
  reference: MeetingReference,
  link: AttachedLink,
  found: FoundMeeting,
  services: BotServices,
): Promise<Reply> {
  const { joinWebUrl, subject } = link;
  const result = await services.meetings.attachMeeting({
    reference,
    caller: turn.caller,
    teamId: toChannel(turn).teamId,
    meeting: { joinWebUrl, ...(subject && { subject }) },
  });
  if (!result.ok) return toNoMeetingReply(turn, reference.key, result, services);
  services.waitUntil(services.people.recentMeetings.remember(turn.caller, reference.key));
  const linkChange = replacesLink(found, joinWebUrl) ? "requested" : undefined;
  const view = { ...toRequestView(turn), ...toStatus(linkChange) };
  // The card itself says who attached the meeting.
  const reply = toAttachedReply(result.record, view, services);
  return withCardUpdate(reply, describeNothing, services, linkChange);
}

/** Whether people had another link of this meeting before, even of a cancelled one. */
function replacesLink(found: FoundMeeting, joinWebUrl: string): boolean {
  const current = toFoundRecord(found);
  return current ? toJoinable(current).joinWebUrl !== joinWebUrl : toGeneration(found) > 1;
}
