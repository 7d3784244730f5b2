import { isGone } from "../../src/errors";
import { readOptionsForm } from "../cards/options-card";
import { applyChange } from "../replies/change-for-everybody";
import { toLostReply } from "../replies/live-meeting";
import { toMeetingReply } from "../replies/meeting-reply";
import { toRequestView } from "../replies/request-view";
import { authorizeAsOrganizer } from "../requests/permission";
import { findPressed, type CardAction } from "./card-action";

/** Saves the options form. */
export const saveOptionsAction: CardAction = {
  verb: "save-options",
  isForEveryone: true,
  async run(turn, data, services) {
    const found = await findPressed(turn, data, services);
    if (!found.ok) return found.reply;
    const { reference, record } = found;
    const refusal = await authorizeAsOrganizer(turn, record, services);
    if (refusal) return refusal;
    const options = readOptionsForm(data);
    if (Object.keys(options).length === 0) {
      return toMeetingReply(record, toRequestView(turn), services);
    }
    try {
      const wanted = { change: { options }, announce: "optionsSaved" } as const;
      return await applyChange(turn, reference, wanted, services);
    } catch (error) {
      if (isGone(error)) return toLostReply(turn, reference.key, "gone", services);
      throw error;
    }
  },
};
