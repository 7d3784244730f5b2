import { toAppError } from "../../src/errors";
import type { BotServices } from "../bot-services";
import type { Turn } from "../turn/turn";
import { toRosterConversation } from "./roster-conversation";

/**
 * Whether the bot is in the conversation: only there can it post, and be asked by the buttons of its cards. Where
 * it can be added, as in no chat between two people, it is `absent`.
 */
export type BotPresence = "present" | "absent" | "impossible" | "unknown";

/** Asks Teams, where the place alone does not tell. Nobody waits for it longer than for everything else. */
export function findBotPresence(turn: Turn, services: BotServices): Promise<BotPresence> {
  return findPresence(turn, services, "ask");
}

/** The same as of the last minute, for what is asked again and again. */
export function recallBotPresence(turn: Turn, services: BotServices): Promise<BotPresence> {
  return findPresence(turn, services, "recall");
}

async function findPresence(
  turn: Turn,
  { people, log }: BotServices,
  how: keyof BotServices["people"]["presence"],
): Promise<BotPresence> {
  const { conversationType: place } = turn.conversation;
  if (place === "person") return "impossible";
  if (place === "personal") return "present";
  try {
    const isThere = await people.presence[how](toRosterConversation(turn), turn.sender.id);
    return isThere ? "present" : "absent";
  } catch (error) {
    const { code, details } = toAppError(error);
    log.warn({ code, ...details }, "whether the bot is in the conversation is not known");
    return "unknown";
  }
}
