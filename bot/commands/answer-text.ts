import { nameTurn } from "../../src/async/current-turn";
import type { BotServices } from "../bot-services";
import type { Reply } from "../reply";
import type { Turn } from "../turn/turn";
import { meetCommand } from "./meet";
import { readIntent } from "./read-intent";
import { answerUnknownText } from "./unknown-text";

/** Answers what someone typed. Mentioning the bot alone works like `meet`. */
export function answerText(turn: Turn, services: BotServices): Promise<Reply> | Reply {
  const intent = readIntent(turn, services);
  if (intent) {
    if (intent.command.name) nameTurn(intent.command.name);
    return intent.command.run(turn, intent.words, services);
  }
  const isBareMention = turn.words.length === 0 && (turn.isBotMentioned || turn.isPrivate);
  if (!isBareMention) return answerUnknownText(turn, services);
  nameTurn(meetCommand.name);
  return meetCommand.run(turn, [], services);
}
