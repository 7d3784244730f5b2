import { toKeyText } from "../../src/meetings/meeting-key";
import { meet } from "../commands/meet";
import { toMeetingKey } from "../turn";
import { openReference, refuseButton, type CardAction } from "./card-action";

/** The Meet button of a card in words: what `meet` does when it is typed in this conversation. */
export const meetAction: CardAction = {
  verb: "meet",
  isForEverybody: true,
  run(turn, data, services) {
    const reference = openReference(data, services);
    const isOfThisConversation =
      reference && toKeyText(reference.key) === toKeyText(toMeetingKey(turn));
    return isOfThisConversation ? meet(turn, "", services) : refuseButton(turn);
  },
};
