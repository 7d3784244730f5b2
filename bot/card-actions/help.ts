import { helpCommand } from "../commands/help";
import type { CardAction } from "./card-action";

/** The Help button of a card in words: what can be typed, for who pressed it; older clients show it in the card's place. */
export const helpAction: CardAction = {
  verb: "help",
  isForEveryone: false,
  run: (turn, _data, services) => helpCommand.run(turn, [], services),
};
