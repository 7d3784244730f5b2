import type { ActionLook, ActionSet, ButtonData, ExecuteAction } from "./adaptive-card";

/** A button that comes back to the bot as `verb` with `data`. */
export interface CardButton extends ActionLook {
  verb: string;
  data?: ButtonData;
}

export function toExecuteAction({ verb, data = {}, ...look }: CardButton): ExecuteAction {
  return { type: "Action.Execute", ...look, verb, data };
}

/**
 * Clients that do not know `Action.Execute` send the fallback as a message without text, whose `value`
 * therefore carries the verb too; without `feedback.hide` Teams would write "Your response was sent to
 * the app" under the card. It belongs into an `ActionSet`: older clients honour `fallback` only there
 * (Teams, "Work with Universal Actions", backward compatibility).
 */
function toButtonAction(button: CardButton): ExecuteAction {
  const { verb, data, ...look } = button;
  return {
    ...toExecuteAction(button),
    fallback: {
      type: "Action.Submit",
      ...look,
      data: { ...data, verb, msteams: { feedback: { hide: true } } },
    },
  };
}

/** Buttons under a card's text, in the order of their importance; three short ones fit on a phone. */
export function toButtonRow(
  buttons: readonly CardButton[],
  spacing: ActionSet["spacing"] = "Medium",
): ActionSet {
  return { type: "ActionSet", spacing, actions: buttons.map(toButtonAction) };
}
