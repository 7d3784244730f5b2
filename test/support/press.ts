import type { Activity } from "botbuilder";
import type { AdaptiveCard } from "../../bot/cards/elements/adaptive-card";
import { execute, submit, type ActivityOptions } from "./activities";
import { buttonOf, cardOf } from "./cards";
import type { SentActivity } from "./connector";

/** Presses a button of a sent card in a current client. */
export function press(
  sent: SentActivity | undefined,
  title: string,
  options: ActivityOptions & { inputs?: object } = {},
): Partial<Activity> {
  return pressOn(cardOf(sent), title, { pressed: sent?.id, ...options });
}

/** Presses a button of a card that only one user sees. `inputs` are the form's values. */
export function pressOn(
  card: AdaptiveCard,
  title: string,
  { inputs = {}, ...options }: ActivityOptions & { inputs?: object } = {},
): Partial<Activity> {
  const button = buttonOf(card, title);
  if (button.type !== "Action.Execute") throw new Error(`“${title}” opens a page.`);
  return execute(button.verb, { ...button.data, ...inputs }, options);
}

/** Presses a button of a sent card in a client without `Action.Execute`. */
export function pressLegacy(
  sent: SentActivity | undefined,
  title: string,
  { inputs = {}, ...options }: ActivityOptions & { inputs?: object } = {},
): Partial<Activity> {
  const button = buttonOf(cardOf(sent), title);
  const fallback = "fallback" in button ? button.fallback : undefined;
  if (!fallback) throw new Error(`“${title}” has no older form.`);
  return submit({ ...fallback.data, ...inputs }, { pressed: sent?.id, ...options });
}
