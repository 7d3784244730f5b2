import { toLiveStatus } from "../../src/meetings/live/live-status";
import type { AttachedRecord } from "../../src/meetings/record/attached-record";
import type { BotServices } from "../bot-services";
import { renderMeeting } from "../cards/meeting/meeting-card";
import type { MeetingCardData } from "../cards/meeting/meeting-card-data";
import { messagesFor } from "../locales/messages";
import type { CardReply } from "../reply";
import { toCardRoom, toCardTime, toLocation, type MeetingView } from "./meeting-reply";

/** The card of a meeting that was attached, for one viewer. It has none of the buttons that need Graph. */
export function toAttachedReply(
  record: AttachedRecord,
  view: MeetingView,
  { tokens, settings, now }: BotServices,
): CardReply {
  const { viewer, refreshUserIds, notice, status } = view;
  const { key, generation, attached } = record;
  const messages = messagesFor(viewer.locale);
  const data: MeetingCardData = {
    subject: attached.subject ?? "",
    joinWebUrl: attached.joinWebUrl,
    time: toCardTime(record, now()),
    live: toLiveStatus(record, now()),
    attached: attached.isOfChat ? { isOfChat: true } : { byName: attached.attachedBy.name },
    status,
    now: now(),
    belongsTo: view.isElsewhere ? "elsewhere" : toLocation(record),
    ...toCardRoom(record),
    notice: notice?.(messages),
    meetingToken: tokens.meeting.encode({ key, generation }),
    refreshUserIds,
    outlookOrigin: settings.outlookOrigin,
    isWithoutBot: view.isWithoutBot,
    isPrivate: view.isPrivate,
  };
  const shows = { record, refreshUserIds, notice, status };
  return { kind: "card", ...renderMeeting(data, viewer), shows };
}
