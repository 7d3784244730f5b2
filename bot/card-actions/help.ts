import { helpCommand } from "../commands/help";
import type { CardAction } from "./card-action";

/** Lists the commands, only for the presser. */
export const helpAction: CardAction = {
  verb: "help",
  isForEveryone: false,
  run: (turn, _data, services) => helpCommand.run(turn, [], services),
};
