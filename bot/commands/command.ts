import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { MeetingRequest, RequestText } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import type { Messages } from "../locales/messages";
import { findLive } from "../replies/live-meeting";
import type { Reply } from "../reply";
import { parseRequestedName } from "../requests/requested-meeting";
import type { Turn } from "../turn/turn";

export interface Command {
  /** The key of its title. People can type the title in every language. */
  name: keyof Messages["commands"];
  /** @param words What follows the title. */
  run(turn: Turn, words: RequestText, services: BotServices): Promise<Reply> | Reply;
}

/**
 * Shows a question or form about a meeting before anything changes, or why the caller isn't allowed to.
 *
 * @param requested `back` is the verb of the button that leaves it: `keep` if it's a message, `refresh` if it replaced
 *   the meeting's card for the presser.
 */
export type MeetingQuestion = (
  turn: Turn,
  record: LiveRecord,
  requested: { request: MeetingRequest; back: "keep" | "refresh" },
  services: BotServices,
) => Promise<Reply>;

/** Runs a command that only takes the name of a meeting, and asks about it. */
export function askAbout(ask: MeetingQuestion): Command["run"] {
  return async (turn, words, services) => {
    const requested = parseRequestedName(turn, words);
    if (!requested.ok) return requested.reply;
    const { request, key } = requested;
    const found = await findLive(turn, key, services);
    return found.ok ? ask(turn, found.record, { request, back: "keep" }, services) : found.reply;
  };
}
