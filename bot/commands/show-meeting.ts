import { parseRequest } from "../../src/request/parse-request";
import { findLive } from "../replies/live-meeting";
import { findKey } from "../requests/problem-buttons";
import { toBareRequest, toContext } from "../requests/requested-meeting";
import { toMeetingKey } from "../turn/turn";
import type { Command } from "./command";
import { meet } from "./meet";

/** Answers a question about the meeting: shows the meeting, or offers to create it. */
export const showMeetingCommand: Pick<Command, "run"> = {
  async run(turn, words, services) {
    const parsed = parseRequest(words, toContext(turn, services));
    const key = (parsed.ok && findKey(turn, parsed.request)) || toMeetingKey(turn);
    const found = await findLive(turn, key, services);
    return found.ok ? meet(turn, key, toBareRequest(key), services) : found.reply;
  },
};
