import { meet } from "../commands/meet";
import { rejectConfirmation } from "../replies/confirmation";
import { askIfPast } from "../requests/problem-reply";
import { toBareRequest } from "../requests/requested-meeting";
import { readOffer, readOwnReference, rejectButton, type CardAction } from "./card-action";

/** Runs `meet` with the request that the card shows. */
export const meetAction: CardAction = {
  verb: "meet",
  isForEveryone: true,
  run(turn, data, services) {
    const offer = readOffer(turn, data, services);
    if (offer?.does === "meet") {
      const { reference, request, restriction } = offer;
      return (
        (restriction && rejectConfirmation(turn, offer, services)) ??
        askIfPast(turn, { command: "meet", key: reference.key, request }, services) ??
        meet(turn, reference.key, request, services)
      );
    }
    const reference = readOwnReference(turn, data, services);
    return reference
      ? meet(turn, reference.key, toBareRequest(reference.key), services)
      : rejectButton(turn);
  },
};
