import { toBareRequest } from "../../src/request/meeting-request";
import { withMeeting, type Command } from "./command";
import { meet } from "./meet";

/** Answers a question about the meeting: shows the meeting, or offers to create it. */
export const showMeetingCommand: Pick<Command, "run"> = {
  run: withMeeting((turn, { key }, services) => meet(turn, key, toBareRequest(key), services)),
};
