import { refuseConfirmation } from "../replies/confirmation";
import { refusePast, toBareRequest } from "../requests/asked-meeting";
import { meet } from "../commands/meet";
import { openOffer, openOwnReference, refuseButton, type CardAction } from "./card-action";

/** Meet on a card in words: what `meet` does when it is typed in this conversation, with what was read back. */
export const meetAction: CardAction = {
  verb: "meet",
  isForEverybody: true,
  run(turn, data, services) {
    const offer = openOffer(turn, data, services);
    if (offer?.does === "meet") {
      const { reference, request } = offer;
      // What was offered to one person in the compose box is nobody else's.
      const refusal = offer.confirmation && refuseConfirmation(turn, offer, services);
      return (
        refusal ??
        refusePast(turn, request, services) ??
        meet(turn, reference.key, request, services)
      );
    }
    const reference = openOwnReference(turn, data, services);
    return reference
      ? meet(turn, reference.key, toBareRequest(reference.key), services)
      : refuseButton(turn);
  },
};
