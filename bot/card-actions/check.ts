import { checkCommand } from "../commands/check";
import { messagesFor } from "../locales/messages";
import type { CardAction } from "./card-action";

/** Repeats the check. It can take longer than Teams waits for a button, so the card itself is replaced. */
export const checkAction: CardAction = {
  verb: "check",
  isForEveryone: true,
  run(turn, _data, services) {
    if (turn.conversation.conversationType === "personal")
      return checkCommand.run(turn, [], services);
    // The card was sent to a personal chat, so a press from elsewhere is forged: there is no card to replace.
    const { buttonNotOurs } = messagesFor(turn.viewer.locale).actions;
    return { kind: "error", code: "not_here", text: buttonNotOurs };
  },
};
