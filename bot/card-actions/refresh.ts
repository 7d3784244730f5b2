import type { AppError } from "../../src/errors";
import type { MeetingReference } from "../../src/meetings/tokens/meeting-token";
import type { BotServices } from "../bot-services";
import { messagesFor } from "../locales/messages";
import { toStillPreparingReply } from "../replies/live-meeting";
import { toCancelledReply, toMeetingReply, type ToNotice } from "../replies/meeting-reply";
import { toNoticeReply, type CardReply } from "../reply";
import { toRequestView } from "../replies/request-view";
import { isElsewhere, type Turn } from "../turn/turn";
import { openOwnReference, openReference, rejectButton, type CardAction } from "./card-action";

/** The meeting as it is now, for who pressed Refresh or only looked at the card; creates nothing, ever. */
export const refreshAction: CardAction = {
  verb: "refresh",
  isForEveryone: false,
  run: showNow,
};

/** The same for everybody: it closes a question that is a message of its own. */
export const keepAction: CardAction = {
  verb: "keep",
  isForEveryone: true,
  run(turn, data, services) {
    const reference = openOwnReference(turn, data, services);
    return reference ? showMeeting(turn, reference, services) : rejectButton(turn);
  },
};

function showNow(turn: Turn, data: unknown, services: BotServices) {
  const reference = openReference(data, services);
  return reference ? showMeeting(turn, reference, services) : rejectButton(turn);
}

/** Also for what needs a meeting, where the reference has none to give. */
export async function showMeeting(
  turn: Turn,
  reference: MeetingReference,
  services: BotServices,
): Promise<CardReply> {
  const messages = messagesFor(turn.viewer.locale);
  const view = toRequestView(turn, { sentences: [] });
  const result = await services.meetings.refreshMeeting(reference, turn.caller);
  if (!result.ok) {
    if (result.reason === "cancelled") return toCancelledReply(result.record, view, services);
    return result.reason === "unfinished" && result.isBeingMade
      ? toStillPreparingReply(turn, { ...reference, generation: result.generation }, services)
      : toNoticeReply(undefined, messages.refresh[result.reason]);
  }
  if (result.problem) {
    const { code, details } = result.problem;
    services.log.warn({ code, ...details }, "a refresh shows the meeting as last seen");
  }
  return toMeetingReply(
    result.record,
    { ...view, notice: toNotice(result), isElsewhere: isElsewhere(turn, reference.key) },
    services,
  );
}

function toNotice({
  isSuperseded,
  problem,
}: {
  isSuperseded: boolean;
  problem?: AppError;
}): ToNotice {
  return ({ refresh }) => {
    if (problem?.code === "meeting_gone") return { tone: "attention", text: refresh.gone };
    if (problem) return { tone: "attention", text: refresh.notChecked };
    if (isSuperseded) return { tone: "info", text: refresh.superseded };
    return undefined;
  };
}
