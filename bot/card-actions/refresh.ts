import type { MeetingReference } from "../../src/meetings/tokens/meeting-token";
import type { BotServices } from "../bot-services";
import { messagesFor, type Messages } from "../locales/messages";
import type { Notice } from "../cards/elements/notice-card";
import { toStillPreparingReply } from "../replies/live-meeting";
import { toCancelledReply, toMeetingReply } from "../replies/meeting-reply";
import { toRequestView } from "../replies/request-view";
import { toNoticeReply, type CardReply } from "../reply";
import { isElsewhere, type Turn } from "../turn/turn";
import { readOwnReference, readReference, rejectButton, type CardAction } from "./card-action";

/** Shows the meeting as it is now, to someone who pressed Refresh or just sees the card. Never creates a meeting. */
export const refreshAction: CardAction = {
  verb: "refresh",
  isForEveryone: false,
  run(turn, data, services) {
    const reference = readReference(data, services);
    return reference ? showMeeting(turn, reference, services) : rejectButton(turn);
  },
};

/** Closes a question that is a message of its own: the meeting replaces it for everyone. */
export const keepAction: CardAction = {
  verb: "keep",
  isForEveryone: true,
  run(turn, data, services) {
    const reference = readOwnReference(turn, data, services);
    return reference ? showMeeting(turn, reference, services) : rejectButton(turn);
  },
};

/** Shows the meeting of a token, or why there is none. */
export async function showMeeting(
  turn: Turn,
  reference: MeetingReference,
  services: BotServices,
): Promise<CardReply> {
  const messages = messagesFor(turn.viewer.locale);
  const view = toRequestView(turn);
  const result = await services.meetings.refreshMeeting(reference, turn.caller);
  if (!result.ok) {
    if (result.reason === "cancelled") return toCancelledReply(result.record, view, services);
    return result.reason === "unfinished" && result.isBeingMade
      ? toStillPreparingReply(turn, { ...reference, generation: result.generation }, services)
      : toNoticeReply(undefined, messages.refresh[result.reason]);
  }
  const { record, isSuperseded, problem } = result;
  if (problem) {
    const { code, details } = problem;
    services.log.warn({ code, ...details }, "a refresh shows the meeting as last seen");
  }
  const notice = ({ refresh }: Messages): Notice | undefined => {
    if (problem?.code === "meeting_gone") return { tone: "attention", text: refresh.gone };
    if (problem) return { tone: "attention", text: refresh.notChecked };
    return isSuperseded ? { tone: "info", text: refresh.superseded } : undefined;
  };
  const meetingView = { ...view, notice, isElsewhere: isElsewhere(turn, reference.key) };
  return toMeetingReply(record, meetingView, services);
}
