import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { MeetingRequest } from "../../src/request/meeting-request";
import { readRequested } from "../requests/requested-meeting";
import type { BotServices } from "../bot-services";
import { askToConfirm } from "../replies/confirmation";
import { findLive } from "../replies/live-meeting";
import { lookUpPeople } from "../requests/look-up-people";
import { authorizeManagement } from "../requests/permission";
import type { Reply } from "../reply";
import type { Turn } from "../turn/turn";
import type { Command } from "./command";
import { meet } from "./meet";

/** Another meeting with another link, in the place of the one that there is. Where there is none, `meet`. */
export const newCommand: Command = {
  name: "new",
  async run(turn, words, services) {
    const asked = readRequested(turn, words, services);
    if (!asked.ok) return asked.reply;
    const found = await findLive(turn, asked.key, services);
    return found.ok
      ? askForNew(turn, found.record, { request: asked.request, back: "keep" }, services)
      : meet(turn, asked.key, asked.request, services);
  },
};

export async function askForNew(
  turn: Turn,
  record: LiveRecord,
  { request, back }: { request: MeetingRequest; back: "keep" | "refresh" },
  services: BotServices,
): Promise<Reply> {
  const refusal = await authorizeManagement(turn, record, services);
  if (refusal) return refusal;
  const people = await lookUpPeople(turn, request.people, services);
  return askToConfirm(
    turn,
    record,
    { does: "new", request: { ...request, people: people.known }, back, people },
    services,
  );
}
