import { execute } from "../../test/support/activities";
import { findButtons } from "../traffic/find-buttons";
import { fromTeams } from "../traffic/from-teams";
import type { Crowd } from "./crowds";
import { listPreparing, type Answers } from "./read-answers";

/** Presses of Try again on the cards whose answer was to come later, by the people who asked. */
export function pressTryAgain(
  answers: Answers,
  crowds: readonly Crowd[],
  serviceUrl: string,
): object[] {
  return crowds.flatMap(({ conversation, commands }) =>
    commands.flatMap(({ id, person }) =>
      listPreparing(answers.get(id) ?? []).flatMap(({ id: pressed, activity }) => {
        const button = findButtons(activity.attachments).find(({ verb }) => verb === "try-again");
        const options = { from: person, in: conversation, pressed };
        return button ? fromTeams(execute(button.verb, button.data, options), serviceUrl) : [];
      }),
    ),
  );
}
