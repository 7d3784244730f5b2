import { helpCommand } from "../commands/help";
import type { CardAction } from "./card-action";

/** Lists the commands, only for the person who pressed the button. */
export const helpAction: CardAction = {
  verb: "help",
  isForEveryone: false,
  run: (turn, _data, services) => helpCommand.run(turn, [], services),
};
