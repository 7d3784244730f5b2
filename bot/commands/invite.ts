import { askWho } from "../replies/ask-who";
import { changeForEverybody, toWantedChange } from "../replies/change-for-everybody";
import { findLive } from "../replies/live-meeting";
import { parsePeopleAndRoom } from "../requests/requested-meeting";
import type { Command } from "./command";

/** Adds people to the meeting. Without a meeting, offers to create it with them. */
export const inviteCommand: Command = {
  name: "invite",
  async run(turn, words, services) {
    const { key, request, rest } = parsePeopleAndRoom(turn, words, services);
    if (request.people.length === 0)
      return askWho(turn, key, { command: "invite", typed: rest }, services);
    const found = await findLive(turn, key, services, request);
    if (!found.ok) return found.reply;
    const wanted = await toWantedChange(turn, request, "updated", services);
    return changeForEverybody(turn, found.record, wanted, services);
  },
};
