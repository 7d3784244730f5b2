import type { JoinableRecord } from "../../src/meetings/record/attached-record";
import type { BotServices } from "../bot-services";
import type { CardReply, ShownRecord } from "../reply";
import { toAttachedReply } from "./attached-reply";
import { toCancelledReply, toMeetingReply, type MeetingView } from "./meeting-reply";

/** The current card of a meeting, whatever its state. */
export function toShownReply(
  record: ShownRecord,
  view: MeetingView,
  services: BotServices,
): CardReply {
  return record.state === "cancelled"
    ? toCancelledReply(record, view, services)
    : toJoinableReply(record, view, services);
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
