import { toAppError } from "../../src/errors";
import type { BotServices } from "../bot-services";
import { toRosterConversation, type Turn } from "../turn/turn";

/**
 * Whether the bot is in the conversation: elsewhere it can't post, and the buttons of its cards don't work. A chat
 * between two people can't have a bot, so there it's `impossible`.
 */
export type BotPresence = "present" | "absent" | "impossible" | "unknown";

/** @param how `recall` accepts an answer from the last minute, for searches that run on every keystroke. */
export async function findBotPresence(
  turn: Turn,
  { people, log }: Pick<BotServices, "people" | "log">,
  how: "ask" | "recall" = "ask",
): Promise<BotPresence> {
  const { conversationType } = turn.conversation;
  if (conversationType === "person") return "impossible";
  if (conversationType === "personal") return "present";
  try {
    const isThere = await people.presence[how](toRosterConversation(turn), turn.sender.id);
    return isThere ? "present" : "absent";
  } catch (error) {
    const { code, details } = toAppError(error);
    log.warn({ code, ...details }, "could not tell whether the bot is in the conversation");
    return "unknown";
  }
}
