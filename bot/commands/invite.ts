import { parseRequest } from "../../src/request/parse-request";
import { messagesFor } from "../locales/messages";
import { changeForEverybody, toWantedChange } from "../replies/change-for-everybody";
import { findLive } from "../replies/live-meeting";
import { toNoticeReply } from "../reply";
import { findKey } from "../requests/problem-buttons";
import { toContext } from "../requests/requested-meeting";
import { toMeetingKey } from "../turn/turn";
import type { Command } from "./command";

/** Adds people to the meeting. Without a meeting, offers to create it with them. */
export const inviteCommand: Command = {
  name: "invite",
  async run(turn, words, services) {
    // Only the people and the room count: in "invite @Grace to the retro", the rest says which meeting.
    const parsed = parseRequest(words, toContext(turn, services));
    const { people, room, isHere } = parsed.ok ? parsed.request : parsed.partial;
    if (people.length === 0) {
      return toNoticeReply(undefined, messagesFor(turn.viewer.locale).invite.nobody);
    }
    const request = { topic: "", wasTopicCut: false, people, room, isHere };
    const key = findKey(turn, request) ?? toMeetingKey(turn);
    const found = await findLive(turn, key, services, request);
    if (!found.ok) return found.reply;
    const wanted = await toWantedChange(turn, request, "updated", services);
    return changeForEverybody(turn, found.record, wanted, services);
  },
};
