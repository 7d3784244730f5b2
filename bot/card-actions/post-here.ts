import { statusCodeOf } from "../../src/errors";
import type { BotServices } from "../bot-services";
import type { Turn } from "../turn/turn";
import { messagesFor } from "../locales/messages";
import { toNoMeetingReply } from "../replies/live-meeting";
import { toInfo } from "../replies/notices";
import { toRequestView } from "../replies/request-view";
import { toJoinableReply } from "../replies/shown-reply";
import { toNoticeReply } from "../reply";
import { readOwnReference, rejectButton, type CardAction } from "./card-action";

/** Posts the meeting of a private card for everyone. The private card then says so. */
export const postHereAction: CardAction = {
  verb: "post-here",
  isForEveryone: true,
  async run(turn, data, services, tools) {
    if (!turn.isPrivate) return rejectButton(turn);
    const found = await findShown(turn, data, services);
    if (!found.ok) return found.reply;
    const { viewer, caller } = turn;
    const notice = toInfo(({ privately, card }) =>
      privately.postedBy({ name: caller.name ?? card.somebody }),
    );
    const view = { ...toRequestView(turn, { isLook: true }), notice, isPrivate: false };
    const { privately } = messagesFor(viewer.locale);
    try {
      await tools.post(() => toJoinableReply(found.record, view, services));
    } catch (error) {
      services.log.warn({ status: statusCodeOf(error) }, "a private card could not be posted");
      return { kind: "error", code: "not_posted", text: privately.notPosted };
    }
    return toNoticeReply(undefined, privately.posted);
  },
};

/** An attached meeting can be posted too. */
async function findShown(turn: Turn, data: unknown, services: BotServices) {
  const reference = readOwnReference(turn, data, services);
  if (!reference) return { ok: false, reply: rejectButton(turn) } as const;
  const found = await services.meetings.findByReference(reference);
  if (found.ok) return { ok: true, record: found.stored.record } as const;
  if (found.reason === "attached") return { ok: true, record: found.record } as const;
  const reply = await toNoMeetingReply(turn, reference.key, found, services);
  return { ok: false, reply } as const;
}
