import type { Resume } from "../commands/command";
import { applyChange, changeForEverybody, toWantedChange } from "../replies/change-for-everybody";
import { findLive } from "../replies/live-meeting";
import { authorizeChange } from "../requests/permission";
import { askIfPast } from "../requests/problem-reply";
import { readOffer, rejectButton, type CardAction } from "./card-action";

/** Makes the change that the card asks about. */
export const updateAction: CardAction = {
  verb: "update",
  isForEveryone: true,
  async run(turn, data, services) {
    const offer = readOffer(turn, data, services);
    if (offer?.does !== "update") return rejectButton(turn);
    const { reference, request, series, removed } = offer;
    const { key } = reference;
    const past = askIfPast(turn, { command: "update", key, request }, services);
    if (past) return past;
    const found = await findLive(turn, key, services);
    if (!found.ok) return found.reply;
    const refusal = await authorizeChange(turn, found.record, services);
    if (refusal) return refusal;
    const isMoveOnly = series && !removed && request.topic === "" && request.people.length === 0;
    const announce = isMoveOnly ? "moved" : "updated";
    const wanted = await toWantedChange(turn, request, announce, services);
    const change = { ...wanted.change, removed, ...(series && { series }) };
    return applyChange(turn, reference, { ...wanted, change }, services);
  },
};

/** The same change, with a time that was picked later. */
export const updateMeeting: Resume = async (turn, { key, request }, services) => {
  const found = await findLive(turn, key, services);
  if (!found.ok) return found.reply;
  const wanted = await toWantedChange(turn, request, "updated", services);
  return changeForEverybody(turn, found.record, wanted, services);
};
