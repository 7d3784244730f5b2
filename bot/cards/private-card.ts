import type { AdaptiveCard, CardAction } from "./elements/adaptive-card";
import { mapActions, type CardButton } from "./elements/card-button";
import { toNotice } from "./elements/notice-card";

/**
 * Marks a button of a private card, so that the reply is private too. The mark comes back as user input: someone
 * who forges it only gets a private reply, and the bot never replaces a card because of it.
 */
const PRIVATE_MARK = { isPrivate: "yes" } as const;

/** Verbs that leave the meeting as it is, and so work outside its conversation. */
const VERBS_FOR_ANYWHERE = new Set(["refresh", "calendar", "copy-link"]);

/** Marks all buttons of a card that only one person sees. */
export function toPrivateCard(card: AdaptiveCard): AdaptiveCard {
  const marked = mapActions(card, (actions) => actions.map(mark));
  if (!card.refresh) return marked;
  const { action, userIds } = card.refresh;
  return { ...marked, refresh: { action: { ...action, ...markData(action) }, userIds } };
}

/** The same for a button that isn't on a card yet. */
export function toPrivateButton(button: CardButton): CardButton {
  return { ...button, data: { ...button.data, ...PRIVATE_MARK } };
}

/**
 * The card for the person's own chat with the bot, without the buttons that work only in the meeting's conversation.
 *
 * @param notice Says why the card is here.
 */
export function toCardElsewhere(card: AdaptiveCard, notice: string): AdaptiveCard {
  const { refresh: _refresh, ...rest } = mapActions(card, (actions) =>
    actions.filter(isForAnywhere),
  );
  return { ...rest, body: [toNotice({ tone: "info", text: notice }), ...rest.body] };
}

function isForAnywhere(action: CardAction): boolean {
  if (action.type === "Action.Execute") return VERBS_FOR_ANYWHERE.has(action.verb);
  return action.type === "Action.OpenUrl" || action.type === "Action.ToggleVisibility";
}

function mark(action: CardAction): CardAction {
  if (action.type !== "Action.Execute") return action;
  const { fallback } = action;
  return {
    ...action,
    ...markData(action),
    ...(fallback && { fallback: { ...fallback, ...markData(fallback) } }),
  };
}

function markData<Data extends object>({ data }: { data: Data }) {
  return { data: { ...data, ...PRIVATE_MARK } };
}
