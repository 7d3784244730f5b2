import type { Activity } from "botbuilder";
import type { AdaptiveCard } from "../../bot/cards/elements/adaptive-card";
import { execute, submit, type ActivityOptions } from "./activities";
import { buttonOf, cardOf } from "./cards";
import type { SentActivity } from "./connector";

/** A button of a card that was sent, pressed as clients of today do. */
export function press(
  sent: SentActivity | undefined,
  title: string,
  options: ActivityOptions = {},
): Partial<Activity> {
  return pressOn(cardOf(sent), title, { pressed: sent?.id, ...options });
}

/** The same for a card that only its reader sees in the place of a message; `inputs` are what a form sends along. */
export function pressOn(
  card: AdaptiveCard,
  title: string,
  { inputs = {}, ...options }: ActivityOptions & { inputs?: object } = {},
): Partial<Activity> {
  const button = buttonOf(card, title);
  if (button.type !== "Action.Execute") throw new Error(`“${title}” opens a page.`);
  return execute(button.verb, { ...button.data, ...inputs }, options);
}

/** A button of a card that was sent, pressed in a client that knows no `Action.Execute`. */
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
