import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { MeetingRequest, RequestText } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import type { Messages } from "../locales/messages";
import { findLive } from "../replies/live-meeting";
import type { Reply } from "../reply";
import type { Resumable } from "../requests/problem-buttons";
import { parsePeopleAndRoom, parseRequestedRoom } from "../requests/requested-meeting";
import type { Turn } from "../turn/turn";

export interface Command<Name = keyof Messages["commands"]> {
  /** The message key of its title. People can type the title in any language. */
  name: Name;
  /** @param words What follows the title. */
  run(turn: Turn, words: RequestText, services: BotServices): Promise<Reply> | Reply;
}

/** A parsed request, and the meeting that it's for. */
export interface CommandRequest {
  key: MeetingKey;
  request: MeetingRequest;
}

export type Resume = (
  turn: Turn,
  requested: CommandRequest,
  services: BotServices,
) => Promise<Reply> | Reply;

/** A command that can also run with a parsed request, such as one that was completed on a card. */
export interface ResumableCommand extends Command {
  name: Exclude<Resumable, "update">;
  resume: Resume;
}

/** A command that isn't in Teams' menu: its message key has only aliases. */
export type UnlistedCommand = Command<keyof Messages["aliases"]>;

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

/** What a command that only reads does: finds the meeting of the conversation, or of the room or thread that the words name. */
export function withMeeting(
  show: (turn: Turn, record: LiveRecord, services: BotServices) => Promise<Reply> | Reply,
): Command["run"] {
  return async (turn, words, services) => {
    const { key } = parsePeopleAndRoom(turn, words, services);
    const found = await findLive(turn, key, services);
    return found.ok ? show(turn, found.record, services) : found.reply;
  };
}

/** A command that takes only a room or `here`, and asks a question about that meeting. */
export function askAbout(name: ResumableCommand["name"], ask: MeetingQuestion): ResumableCommand {
  const resume: Resume = async (turn, { key, request }, services) => {
    const found = await findLive(turn, key, services);
    return found.ok ? ask(turn, found.record, { request, back: "keep" }, services) : found.reply;
  };
  return {
    name,
    resume,
    run(turn, words, services) {
      const requested = parseRequestedRoom(turn, name, words, services);
      return requested.ok ? resume(turn, requested, services) : requested.reply;
    },
  };
}
