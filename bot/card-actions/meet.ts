import { rejectConfirmation } from "../replies/confirmation";
import { rejectPastTime, toBareRequest } from "../requests/requested-meeting";
import { meet } from "../commands/meet";
import { openOffer, openOwnReference, rejectButton, type CardAction } from "./card-action";

/** Meet on a card in words: what `meet` does when it is typed in this conversation, with what was read back. */
export const meetAction: CardAction = {
  verb: "meet",
  isForEveryone: true,
  run(turn, data, services) {
    const offer = openOffer(turn, data, services);
    if (offer?.does === "meet") {
      const { reference, request } = offer;
      // What was offered to one person in the compose box is nobody else's.
      const refusal = offer.restriction && rejectConfirmation(turn, offer, services);
      return (
        refusal ??
        rejectPastTime(turn, request, services) ??
        meet(turn, reference.key, request, services)
      );
    }
    const reference = openOwnReference(turn, data, services);
    return reference
      ? meet(turn, reference.key, toBareRequest(reference.key), services)
      : rejectButton(turn);
  },
};
