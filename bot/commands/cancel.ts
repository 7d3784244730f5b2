import { askToConfirm } from "../replies/confirmation";
import { authorizeAsOrganizer } from "../requests/permission";
import { askAbout, type MeetingQuestion } from "./command";

export const askToCancel: MeetingQuestion = async (turn, record, requested, services) => {
  const refusal = await authorizeAsOrganizer(turn, record, services);
  return refusal ?? askToConfirm(turn, record, { does: "cancel", ...requested }, services);
};

/** Asks whether to delete the meeting. The next `meet` then creates another one. */
export const cancelCommand = askAbout("cancel", askToCancel);
