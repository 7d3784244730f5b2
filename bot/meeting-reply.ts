import { parseConversationId, type Place } from "../src/meetings/conversation";
import type { LiveRecord } from "../src/meetings/meeting-record";
import type { BotServices } from "./bot-services";
import { toMeetingCard } from "./cards/meeting-card";
import type { MeetingCardData } from "./cards/meeting-card-data";
import { toSummary } from "./cards/meeting-summary";
import { messagesFor } from "./locales/messages";
import type { Reply } from "./reply";
import type { Turn } from "./turn";

/** The meeting's card as the person of this turn should see it. */
export function toMeetingReply(
  record: LiveRecord,
  turn: Turn,
  { sealer, outlookOrigin, now }: BotServices,
  notice?: MeetingCardData["notice"],
): Reply {
  const { key, generation, meeting, organizer } = record;
  const messages = messagesFor(turn.reader.locale);
  const data: MeetingCardData = {
    subject: meeting.subject ?? "",
    joinWebUrl: meeting.joinWebUrl,
    time: toTime(record, now()),
    ...(organizer.name && { organizerName: organizer.name }),
    belongsTo: toBelonging(record),
    ...(meeting.dialIn && { dialIn: meeting.dialIn }),
    ...(notice && { notice }),
    sealedReference: sealer.seal({ key, generation }),
    refreshUserIds: turn.callerTeamsId ? [turn.callerTeamsId] : [],
    outlookOrigin,
  };
  const card = toMeetingCard(data, turn.reader, messages);
  return { kind: "card", card, summary: toSummary(data, turn.reader, messages) };
}

function toTime({ isTimeGiven, meeting }: LiveRecord, now: Date): MeetingCardData["time"] {
  const { startsAt, endsAt } = meeting;
  if (isTimeGiven && startsAt && endsAt) return { kind: "scheduled", startsAt, endsAt };
  // Graph's own default of one hour from the first call says nothing once that hour is over.
  const isOver = !endsAt || Date.parse(endsAt) <= now.getTime();
  return isOver ? { kind: "standing" } : { kind: "standing", startsAt, endsAt };
}

function toBelonging({ key, isTiedToChannel }: LiveRecord): MeetingCardData["belongsTo"] {
  const place: Place = parseConversationId(key.threadId)?.place ?? "personal";
  return place === "channel" && !isTiedToChannel ? "channel-untied" : place;
}
