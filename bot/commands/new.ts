import { askToConfirm } from "../replies/confirmation";
import { toNoMeetingReply } from "../replies/live-meeting";
import { toNoRoomReply } from "../replies/no-room";
import { lookUpPeople } from "../requests/look-up-people";
import { authorizeManagement } from "../requests/permission";
import { parseRequested } from "../requests/requested-meeting";
import type { MeetingQuestion, ResumableCommand } from "./command";
import { meet } from "./meet";

/** Asks whether to replace the meeting with one that has a new link. Without a meeting, works like `meet`, but asks about a room. */
export const newCommand: ResumableCommand = {
  name: "new",
  run(turn, words, services) {
    const requested = parseRequested(turn, "new", words, services);
    return requested.ok ? newCommand.resume(turn, requested, services) : requested.reply;
  },
  resume: async (turn, { key, request }, services) => {
    const found = await services.meetings.findMeeting(key);
    if (found.ok) {
      const { record } = found.stored;
      return askForNew(turn, record, { request, back: "keep" }, services);
    }
    if (found.reason === "attached") return toNoMeetingReply(turn, key, found, services);
    // The name of a room can be a typo.
    return found.reason === "unknown" && request.room !== ""
      ? toNoRoomReply(turn, key, services, { request, isNew: true })
      : meet(turn, key, request, services);
  },
};

export const askForNew: MeetingQuestion = async (turn, record, { request, back }, services) => {
  const refusal = await authorizeManagement(turn, record, services);
  if (refusal) return refusal;
  const people = await lookUpPeople(turn, request.people, services);
  const lookedUp = { ...request, people: people.known };
  return askToConfirm(turn, record, { does: "new", request: lookedUp, back, people }, services);
};
