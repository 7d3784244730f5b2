import { isExpired } from "../../src/meetings/tokens/request-token";
import { applyAttaching, attachLink } from "../replies/attach-link";
import { rejectConfirmation } from "../replies/confirmation";
import { detach } from "../replies/detach";
import { authorizeAttaching } from "../requests/permission";
import { readAttachment, readOwnReference, rejectButton, type CardAction } from "./card-action";

/** Attaches the meeting that the card asks about. */
export const attachAction: CardAction = {
  verb: "attach",
  isForEveryone: true,
  async run(turn, data, services) {
    const attachment = readAttachment(turn, data, services);
    if (!attachment) return rejectButton(turn);
    const { reference, restriction } = attachment;
    const isOwn = restriction.requestedBy.aadId === turn.caller.aadId;
    // It may be another meeting that's replaced by now.
    if (isOwn && isExpired(restriction, services.now())) {
      return attachLink(turn, reference.key, attachment, services);
    }
    const found = await services.meetings.findMeeting(reference.key);
    const refusal =
      rejectConfirmation(turn, attachment, services) ??
      (await authorizeAttaching(turn, found, services));
    return refusal ?? applyAttaching(turn, reference, attachment, found, services);
  },
};

/** In the “…” menu of an attached meeting's card. The meeting before it replaces it for everyone. */
export const detachAction: CardAction = {
  verb: "detach",
  isForEveryone: true,
  run(turn, data, services) {
    const reference = readOwnReference(turn, data, services);
    return reference ? detach(turn, reference, services) : rejectButton(turn);
  },
};
