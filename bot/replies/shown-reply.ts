import type { JoinableRecord } from "../../src/meetings/record/attached-record";
import type { ClaimedRecord } from "../../src/meetings/record/meeting-record";
import type { BotServices } from "../bot-services";
import { messagesFor } from "../locales/messages";
import { toNoticeReply, type CardReply, type ShownRecord } from "../reply";
import { toMeetButton } from "./meet-button";
import { toAttachedReply } from "./attached-reply";
import { toCancelledReply, toMeetingReply, type MeetingView } from "./meeting-reply";

/** The current card of a meeting, whatever its state. */
export function toShownReply(
  record: ShownRecord,
  view: MeetingView,
  services: BotServices,
): CardReply {
  switch (record.state) {
    case "cancelled":
      return toCancelledReply(record, view, services);
    case "claimed":
      return toFreeReply(record, view, services);
    case "attached":
    case "live":
      return toJoinableReply(record, view, services);
  }
}

/** The card that replaces a detached meeting's card if there was none before. */
function toFreeReply(
  record: ClaimedRecord,
  { viewer, refreshUserIds, notice }: MeetingView,
  { tokens }: BotServices,
): CardReply {
  const messages = messagesFor(viewer.locale);
  const lines = [notice?.(messages)?.text, messages.refresh.unfinished];
  const button = { ...toMeetButton(record.key, tokens, messages), title: messages.meet.create };
  const reply = toNoticeReply(undefined, lines.filter(Boolean).join("\n"), [button]);
  return { ...reply, shows: { record, refreshUserIds, notice } };
}

/** The card of a meeting that people can join. */
export function toJoinableReply(
  record: JoinableRecord,
  view: MeetingView,
  services: BotServices,
): CardReply {
  return record.state === "attached"
    ? toAttachedReply(record, view, services)
    : toMeetingReply(record, view, services);
}
