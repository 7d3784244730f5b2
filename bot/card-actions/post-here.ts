import { statusCodeOf } from "../../src/errors";
import { findLiveByReference } from "../replies/live-meeting";
import { toMeetingReply } from "../replies/meeting-reply";
import { toInfo } from "../replies/notices";
import { messagesFor } from "../locales/messages";
import { toNoticeReply } from "../reply";
import { openOwnReference, rejectButton, type CardAction } from "./card-action";

/**
 * Puts before all what one person was shown alone: a card as it would be for `meet` now, which changes with its
 * meeting from then on. The button's own card, which only the presser sees, says so.
 */
export const postHereAction: CardAction = {
  verb: "post-here",
  isForEveryone: true,
  async run(turn, data, services, tools) {
    const reference = turn.isPrivate ? openOwnReference(turn, data, services) : undefined;
    if (!reference) return rejectButton(turn);
    const found = await findLiveByReference(turn, reference, services);
    if (!found.ok) return found.reply;
    const { viewer, caller, sender } = turn;
    const notice = toInfo(({ privately, card }) =>
      privately.postedBy({ name: caller.name ?? card.somebody }),
    );
    const refreshUserIds = [sender.id].filter((id) => id !== "");
    const { privately } = messagesFor(viewer.locale);
    try {
      await tools.post(toMeetingReply(found.record, { viewer, refreshUserIds, notice }, services));
    } catch (error) {
      services.log.warn({ status: statusCodeOf(error) }, "a private card could not be posted");
      return { kind: "error", code: "not_posted", text: privately.notPosted };
    }
    return toNoticeReply(undefined, privately.posted);
  },
};
