import type { ButtonData, ExecuteAction } from "./adaptive-card";

/** A button that comes back to the bot as `verb` with `data`. */
export interface CardButton {
  title: string;
  verb: string;
  data?: ButtonData;
  style?: "positive";
}

export function toExecuteAction({ title, verb, data = {}, style }: CardButton): ExecuteAction {
  return { type: "Action.Execute", title, ...(style && { style }), verb, data };
}

/**
 * Clients that do not know `Action.Execute` send the fallback as a message without text, whose `value`
 * therefore carries the verb too; without `feedback.hide` Teams would write "Your response was sent to
 * the app" under the card. It belongs into an `ActionSet`: older clients honour `fallback` only there
 * (Teams, "Work with Universal Actions", backward compatibility).
 */
export function toButtonAction(button: CardButton): ExecuteAction {
  const { title, verb, data, style } = button;
  return {
    ...toExecuteAction(button),
    fallback: {
      type: "Action.Submit",
      title,
      ...(style && { style }),
      data: { ...data, verb, msteams: { feedback: { hide: true } } },
    },
  };
}
