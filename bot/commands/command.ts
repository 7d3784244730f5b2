import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { MeetingRequest, RequestText } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import type { Messages } from "../locales/messages";
import { findLive } from "../replies/live-meeting";
import type { Reply } from "../reply";
import { parseRequestedName } from "../requests/requested-meeting";
import type { Turn } from "../turn/turn";

export interface Command {
  /** The message key of its title. People can type the title in any language. */
  name: keyof Messages["commands"];
  /** @param words What follows the title. */
  run(turn: Turn, words: RequestText, services: BotServices): Promise<Reply> | Reply;
}

/**
 * Shows a question or form about a meeting before anything changes, or says who may change it.
 *
 * @param requested `back` is the verb of the Back button: `keep` if the question is a separate message,
 * `refresh` if it replaced the meeting's card for one person.
 */
export type MeetingQuestion = (
  turn: Turn,
  record: LiveRecord,
  requested: { request: MeetingRequest; back: "keep" | "refresh" },
  services: BotServices,
) => Promise<Reply>;

/** Runs a command that takes only a room or `here`, and asks a question about that meeting. */
export function askAbout(ask: MeetingQuestion): Command["run"] {
  return async (turn, words, services) => {
    const requested = parseRequestedName(turn, words);
    if (!requested.ok) return requested.reply;
    const { request, key } = requested;
    const found = await findLive(turn, key, services);
    return found.ok ? ask(turn, found.record, { request, back: "keep" }, services) : found.reply;
  };
}
