import { askWhen } from "../requests/problem-reply";
import { parseRequested } from "../requests/requested-meeting";
import type { Command } from "./command";

/** Asks for the time of a meeting: "schedule a review" names none. */
export const scheduleCommand: Pick<Command, "run"> = {
  run(turn, words, services) {
    const requested = parseRequested(turn, "meet", words, services);
    if (!requested.ok) return requested.reply;
    const { key, request } = requested;
    return askWhen(turn, { command: "meet", key, request }, services);
  },
};
