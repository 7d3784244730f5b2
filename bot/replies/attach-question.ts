import { toFoundRecord, toGeneration, type FoundMeeting } from "../../src/meetings/find-meeting";
import { toJoinable } from "../../src/meetings/record/attached-record";
import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import {
  CONFIRMATION_MS,
  restrictTo,
  type MeetingAttachment,
} from "../../src/meetings/tokens/request-token";
import { toBareRequest } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import type { CardButton } from "../cards/elements/card-button";
import { MAX_SHORT_NAME, toSubject } from "../cards/elements/names";
import { messagesFor } from "../locales/messages";
import { toNoticeReply, type CardReply } from "../reply";
import type { Turn } from "../turn/turn";
import { toAskerName } from "./confirmation";
import { toMeetButton } from "./meet-button";

export type AttachedLink = Pick<MeetingAttachment, "joinWebUrl" | "subject">;

/**
 * Asks whether to attach a meeting: because it would replace another one, or because someone pasted its link after `meet`.
 * Only the person who asked can confirm, within 10 minutes.
 */
export function askToAttach(
  turn: Turn,
  key: MeetingKey,
  link: AttachedLink,
  found: FoundMeeting,
  services: BotServices,
): CardReply {
  const messages = messagesFor(turn.viewer.locale);
  const { attach, confirmCard } = messages;
  const reference = { key, generation: toGeneration(found) };
  const restriction = restrictTo(turn.caller, CONFIRMATION_MS, services.now());
  const offer = services.tokens.request.encode({ does: "attach", reference, restriction, ...link });
  const yes: CardButton = { title: attach.button, verb: "attach", data: { offer } };
  const name = toAskerName(turn.caller.name, messages);
  const current = toFoundRecord(found);
  if (!current) {
    const meet = toMeetButton(key, services.tokens, messages, toBareRequest(key));
    const create: CardButton = { title: messages.meet.create, verb: "meet", data: meet.data ?? {} };
    const text = attach.offer.text({ name });
    return toNoticeReply(attach.offer.title, text, [{ ...yes, style: "positive" }, create]);
  }
  const subject = toSubject(toJoinable(current).subject ?? "", messages, MAX_SHORT_NAME);
  const back = { ref: services.tokens.meeting.encode(reference) };
  return toNoticeReply(attach.replace.title({ subject }), attach.replace.text({ name }), [
    { ...yes, style: "positive" },
    { title: confirmCard.back, verb: "keep", data: back },
  ]);
}
