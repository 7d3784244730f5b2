import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { MeetingRequest } from "../../src/request/meeting-request";
import { readRequestedName } from "../requests/requested-meeting";
import type { BotServices } from "../bot-services";
import { askToConfirm } from "../replies/confirmation";
import { findLive } from "../replies/live-meeting";
import { authorizeAsOrganizer } from "../requests/permission";
import type { Reply } from "../reply";
import type { Turn } from "../turn/turn";
import type { Command } from "./command";

/** Deletes the meeting, after a question; the next `meet` makes another. */
export const cancelCommand: Command = {
  name: "cancel",
  async run(turn, words, services) {
    const asked = readRequestedName(turn, words);
    if (!asked.ok) return asked.reply;
    const found = await findLive(turn, asked.key, services);
    if (!found.ok) return found.reply;
    return askToCancel(turn, found.record, { request: asked.request, back: "keep" }, services);
  },
};

export async function askToCancel(
  turn: Turn,
  record: LiveRecord,
  { request, back }: { request: MeetingRequest; back: "keep" | "refresh" },
  services: BotServices,
): Promise<Reply> {
  const refusal = await authorizeAsOrganizer(turn, record, services);
  return refusal ?? askToConfirm(turn, record, { does: "cancel", request, back }, services);
}
