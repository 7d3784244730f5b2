import { checkCommand } from "../commands/check";
import { messagesFor } from "../locales/messages";
import type { CardAction } from "./card-action";

/** Look again, on the card of the set-up: it may take longer than a button's answer, so the card itself is replaced. */
export const checkAction: CardAction = {
  verb: "check",
  isForEverybody: true,
  run(turn, _data, services) {
    if (turn.conversation.conversationType === "personal")
      return checkCommand.run(turn, [], services);
    // The card is shown in a chat with the bot alone: who presses it elsewhere replaces nobody's card.
    const { buttonNotOurs } = messagesFor(turn.viewer.locale).actions;
    return { kind: "refusal", code: "not_here", text: buttonNotOurs };
  },
};
