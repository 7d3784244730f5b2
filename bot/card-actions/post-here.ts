import { statusCodeOf } from "../../src/errors";
import { messagesFor } from "../locales/messages";
import { toMeetingReply } from "../replies/meeting-reply";
import { toInfo } from "../replies/notices";
import { toRequestView } from "../replies/request-view";
import { toNoticeReply } from "../reply";
import { findPressed, rejectButton, type CardAction } from "./card-action";

/** Posts the meeting of a private card for everyone. The private card then says so. */
export const postHereAction: CardAction = {
  verb: "post-here",
  isForEveryone: true,
  async run(turn, data, services, tools) {
    if (!turn.isPrivate) return rejectButton(turn);
    const found = await findPressed(turn, data, services);
    if (!found.ok) return found.reply;
    const { viewer, caller } = turn;
    const notice = toInfo(({ privately, card }) =>
      privately.postedBy({ name: caller.name ?? card.somebody }),
    );
    const view = { ...toRequestView(turn, { isLook: true }), notice, isPrivate: false };
    const { privately } = messagesFor(viewer.locale);
    try {
      await tools.post(() => toMeetingReply(found.record, view, services));
    } catch (error) {
      services.log.warn({ status: statusCodeOf(error) }, "a private card could not be posted");
      return { kind: "error", code: "not_posted", text: privately.notPosted };
    }
    return toNoticeReply(undefined, privately.posted);
  },
};
