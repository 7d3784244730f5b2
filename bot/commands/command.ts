import type { RequestText } from "../../src/request/request-text";
import type { BotServices } from "../bot-services";
import type { Messages } from "../locales/messages";
import type { Reply } from "../reply";
import type { Turn } from "../turn/turn";

export interface Command {
  /** Names its title, which is what is typed to call it, in every language. */
  name: keyof Messages["commands"];
  /** @param words What follows the title. */
  run(turn: Turn, words: RequestText, services: BotServices): Promise<Reply> | Reply;
}
