import { answerText } from "../commands/answer-text";
import { readTyped } from "../requests/try-again";
import { rejectButton, type CardAction } from "./card-action";

/** Answers a message that couldn't be answered before, as if the person who presses the button had typed it. */
export const tryAgainAction: CardAction = {
  verb: "try-again",
  isForEveryone: true,
  run(turn, data, services) {
    const typed = readTyped(turn, data, services);
    return typed ? answerText({ ...turn, ...typed }, services) : rejectButton(turn);
  },
};
