import type { BotServices } from "../bot-services";
import type { Reply } from "../reply";
import type { Turn } from "../turn";

export interface Command {
  /** What is typed to call it, without the slash that may stand before it. */
  name: "meet" | "help";
  run(turn: Turn, argument: string, services: BotServices): Promise<Reply> | Reply;
}
