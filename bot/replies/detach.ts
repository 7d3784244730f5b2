import { toFoundRecord } from "../../src/meetings/find-meeting";
import type { MeetingReference } from "../../src/meetings/tokens/meeting-token";
import type { BotServices } from "../bot-services";
import { messagesFor, type Messages } from "../locales/messages";
import { toNoticeReply, type Reply } from "../reply";
import { authorizeAttaching } from "../requests/permission";
import type { Turn } from "../turn/turn";
import { toAttachedReply } from "./attached-reply";
import { toMeetButton } from "./meet-button";
import { withCardUpdate } from "./notices";
import { toRequestView } from "./request-view";
import { toJoinableReply, toShownReply } from "./shown-reply";

/** Goes back to the meeting before the attached one, for everyone who may attach one. */
export async function detach(
  turn: Turn,
  { key }: Pick<MeetingReference, "key">,
  services: BotServices,
): Promise<Reply> {
  const { viewer, caller } = turn;
  const messages = messagesFor(viewer.locale);
  const found = await services.meetings.findMeeting(key);
  if (found.ok || found.reason !== "attached") {
    const current = toFoundRecord(found);
    const sentences = [({ attach }: Messages) => attach.nothingAttached];
    if (current) return toJoinableReply(current, toRequestView(turn, { sentences }), services);
    const meet = toMeetButton(key, services.tokens, messages);
    return toNoticeReply(undefined, messages.attach.nothingAttached, [meet]);
  }
  const { record } = found;
  if (record.attached.isOfChat) {
    const sentences = [({ attach }: Messages) => attach.isOfChat];
    return toAttachedReply(record, toRequestView(turn, { sentences }), services);
  }
  const refusal = await authorizeAttaching(turn, found, services);
  if (refusal) return refusal;
  const before = await services.meetings.detachMeeting(record);
  // Someone else was faster.
  if (!before) return detach(turn, { key }, services);
  const describe = ({ attach, card }: Messages) =>
    attach.detached({ name: caller.name ?? card.somebody });
  const view = toRequestView(turn, { sentences: [describe], linkChange: "requested" });
  const reply = toShownReply(before, view, services);
  return withCardUpdate(reply, describe, services, "requested");
}
