import type { MeetingReference } from "../../src/meetings/tokens/meeting-token";
import { toBareRequest, type MeetingRequest } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import { meet } from "../commands/meet";
import { rejectConfirmation } from "../replies/confirmation";
import { askIfPast } from "../requests/problem-reply";
import { toRestartRequest } from "../requests/restart-request";
import { readOffer, readOwnReference, rejectButton, type CardAction } from "./card-action";

/** Runs `meet` with the request that the card shows. */
export const meetAction: CardAction = {
  verb: "meet",
  isForEveryone: true,
  async run(turn, data, services) {
    const offer = readOffer(turn, data, services);
    if (offer?.does === "meet") {
      const { reference, request, restriction } = offer;
      return (
        (restriction && rejectConfirmation(turn, offer, services)) ??
        askIfPast(turn, { command: "meet", key: reference.key, request }, services) ??
        meet(turn, reference.key, request, services, { isAgain: isOfCancelled(reference) })
      );
    }
    const reference = readOwnReference(turn, data, services);
    if (!reference) return rejectButton(turn);
    const request = await toRequest(reference, services);
    return meet(turn, reference.key, request, services, { isAgain: isOfCancelled(reference) });
  },
};

/** Buttons for no certain meeting have generation 1, and a cancelled one has a later generation. */
function isOfCancelled({ generation }: MeetingReference): boolean {
  return generation > 1;
}

/** The button of a cancelled meeting's card creates that meeting again. */
async function toRequest(
  { key, generation }: MeetingReference,
  services: Pick<BotServices, "meetings" | "now">,
): Promise<MeetingRequest> {
  const found = await services.meetings.findMeeting(key);
  return !found.ok && found.reason === "cancelled" && found.record.generation === generation
    ? toRestartRequest(found.record, services.now())
    : toBareRequest(key);
}
