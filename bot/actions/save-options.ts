import type { MeetingOptions } from "../../src/meetings/online-meeting";
import { applyChange } from "../answers/change-for-everybody";
import { readOptionsForm } from "../cards/options-form";
import { findReferred } from "../answers/live-meeting";
import { toMeetingReply } from "../answers/meeting-reply";
import { findOptions } from "../commands/options";
import { refuseManagement } from "../requests/permission";
import { toRequestView } from "../answers/request-view";
import { openOwnReference, refuseButton, type CardAction } from "./card-action";

/** What was chosen on the options' form, for everybody. */
export const saveOptionsAction: CardAction = {
  verb: "save-options",
  isForEverybody: true,
  async run(turn, data, services) {
    const reference = openOwnReference(turn, data, services);
    if (!reference) return refuseButton(turn);
    const found = await findReferred(turn, reference, services);
    if (!found.ok) return found.reply;
    const refusal = await refuseManagement(turn, found.record, services);
    if (refusal) return refusal;
    const now = await findOptions(turn, found.record, services);
    if (!now.ok) return now.reply;
    // The form sends every value back; what nobody touched is no request.
    const options = findChanged(now.options, readOptionsForm(data));
    if (Object.keys(options).length === 0) {
      return toMeetingReply(found.record, toRequestView(turn, { sentences: [] }), services);
    }
    return applyChange(turn, reference, { change: { options }, tells: "optionsSaved" }, services);
  },
};

function findChanged(now: MeetingOptions, chosen: MeetingOptions): MeetingOptions {
  const { lobby, presenters, chat, isRecordedAutomatically } = chosen;
  return {
    ...(lobby !== undefined && lobby !== now.lobby && { lobby }),
    ...(presenters !== undefined && presenters !== now.presenters && { presenters }),
    ...(chat !== undefined && chat !== now.chat && { chat }),
    ...(isRecordedAutomatically !== undefined &&
      isRecordedAutomatically !== now.isRecordedAutomatically && { isRecordedAutomatically }),
  };
}
