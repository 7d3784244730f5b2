import { isGone } from "../../src/errors";
import { applyChange } from "../replies/change-for-everybody";
import { readOptionsForm } from "../cards/options-card";
import { findLiveByReference, toGoneReply } from "../replies/live-meeting";
import { toMeetingReply } from "../replies/meeting-reply";
import { authorizeAsOrganizer } from "../requests/permission";
import { toRequestView } from "../replies/request-view";
import { openOwnReference, rejectButton, type CardAction } from "./card-action";

/** What was chosen on the options' form, for everybody. */
export const saveOptionsAction: CardAction = {
  verb: "save-options",
  isForEveryone: true,
  async run(turn, data, services) {
    const reference = openOwnReference(turn, data, services);
    if (!reference) return rejectButton(turn);
    const found = await findLiveByReference(turn, reference, services);
    if (!found.ok) return found.reply;
    const refusal = await authorizeAsOrganizer(turn, found.record, services);
    if (refusal) return refusal;
    const options = readOptionsForm(data);
    if (Object.keys(options).length === 0) {
      return toMeetingReply(found.record, toRequestView(turn, { sentences: [] }), services);
    }
    try {
      const wanted = { change: { options }, announce: "optionsSaved" } as const;
      return await applyChange(turn, reference, wanted, services);
    } catch (error) {
      if (isGone(error)) return toGoneReply(turn, reference.key, services);
      throw error;
    }
  },
};
