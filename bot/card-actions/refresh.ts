import type { SeenMeeting } from "../../src/meetings/refresh-meeting";
import type { MeetingReference } from "../../src/meetings/tokens/meeting-token";
import type { BotServices } from "../bot-services";
import type { Notice } from "../cards/elements/notice-card";
import type { Messages } from "../locales/messages";
import { toAttachedReply } from "../replies/attached-reply";
import { toLostReply, toStillPreparingReply } from "../replies/live-meeting";
import { toCancelledReply, toMeetingReply } from "../replies/meeting-reply";
import { toRequestView } from "../replies/request-view";
import type { CardReply, Reply } from "../reply";
import { isElsewhere, type Turn } from "../turn/turn";
import { readOwnReference, readReference, rejectButton, type CardAction } from "./card-action";

/** Shows the meeting as it is now, to someone who pressed Refresh or just sees the card. Never creates a meeting. */
export const refreshAction: CardAction = {
  verb: "refresh",
  isForEveryone: false,
  run: (turn, data, services) => showMeeting(turn, readReference(data, services), services),
  runAtOnce(turn, data, services, isFollowedUp) {
    const { meetings } = services;
    const reference = readReference(data, services);
    const seen = reference && meetings.refreshAtOnce(reference, turn.caller, isFollowedUp);
    return seen && toSeenReply(turn, reference, seen, services);
  },
};

/** Closes a question that was posted as a message: the meeting replaces it for everyone. */
export const keepAction: CardAction = {
  verb: "keep",
  isForEveryone: true,
  run: (turn, data, services) =>
    showMeeting(turn, readOwnReference(turn, data, services), services),
};

/** Shows the meeting that a button's token names, or says why there is none. */
export async function showMeeting(
  turn: Turn,
  reference: MeetingReference | undefined,
  services: BotServices,
): Promise<Reply> {
  if (!reference) return rejectButton(turn);
  const result = await services.meetings.refreshMeeting(reference, turn.caller);
  if (!result.ok) {
    const view = toRequestView(turn, { isLook: true });
    if (result.reason === "cancelled") return toCancelledReply(result.record, view, services);
    if (result.reason === "attached") {
      const attachedView = { ...view, isElsewhere: isElsewhere(turn, reference.key) };
      return toAttachedReply(result.record, attachedView, services);
    }
    return result.reason === "unfinished" && result.isBeingMade
      ? toStillPreparingReply(
          turn,
          { ...reference, generation: result.record.generation },
          services,
        )
      : toLostReply(turn, reference.key, result.reason, services);
  }
  return toSeenReply(turn, reference, result, services);
}

function toSeenReply(
  turn: Turn,
  { key }: MeetingReference,
  { record, isSuperseded, problem }: SeenMeeting,
  services: BotServices,
): CardReply {
  if (problem) {
    const { code, details } = problem;
    services.log.warn({ code, ...details }, "a refresh shows the meeting as last seen");
  }
  const isGone = problem?.code === "meeting_gone";
  const notice = ({ refresh }: Messages): Notice => {
    if (isGone) return { tone: "attention", text: refresh.gone };
    if (problem) return { tone: "attention", text: refresh.notChecked };
    return { tone: "info", text: refresh.superseded };
  };
  const view = Object.assign(toRequestView(turn, { isLook: true }), {
    notice: problem || isSuperseded ? notice : undefined,
    isGone,
    isElsewhere: isElsewhere(turn, key),
  });
  return toMeetingReply(record, view, services);
}
