import type { MeetingReference } from "../../src/meetings/tokens/meeting-token";
import type { CancelledRecord } from "../../src/meetings/record/meeting-record";
import { toBareRequest, type MeetingRequest } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import { meet } from "../commands/meet";
import { rejectConfirmation } from "../replies/confirmation";
import type { Reply } from "../reply";
import { askIfPast } from "../requests/problem-reply";
import { toRestartRequest } from "../requests/restart-request";
import type { Turn } from "../turn/turn";
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
        meetAgain(turn, reference, () => request, services)
      );
    }
    const reference = readOwnReference(turn, data, services);
    if (!reference) return rejectButton(turn);
    const toRequest = (cancelled: CancelledRecord | undefined) =>
      cancelled
        ? toRestartRequest(cancelled, services.now())
        : toBareRequest({ room: reference.key.room });
    return meetAgain(turn, reference, toRequest, services);
  },
};

/** The button of a cancelled meeting's card creates that meeting again. */
async function meetAgain(
  turn: Turn,
  reference: MeetingReference,
  toRequest: (cancelled: CancelledRecord | undefined) => MeetingRequest,
  services: BotServices,
): Promise<Reply> {
  const { key, generation } = reference;
  // Buttons for no certain meeting have generation 1, and a cancelled one has a later generation.
  if (generation === 1) return meet(turn, key, toRequest(undefined), services);
  const found = await services.meetings.findMeeting(key);
  const isCancelled = !found.ok && found.reason === "cancelled";
  const cancelled =
    isCancelled && found.record.generation === generation ? found.record : undefined;
  const earlier = cancelled?.series;
  return meet(turn, key, toRequest(cancelled), services, { isAgain: true, earlier });
}
