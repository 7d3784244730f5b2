import type { AdaptiveCard, CardAction } from "./elements/adaptive-card";
import { changeActions } from "./change-actions";
import { toNotice } from "./elements/notice-card";

/**
 * Says in a button's data that the card was for one person alone, and so is what becomes of it. It comes back as
 * user input: whoever forges it keeps an answer to themselves, and no card is replaced on its word.
 */
const PRIVATE_MARK = { isPrivate: "yes" } as const;

/** Works wherever the card is. */
const VERB_FOR_ANYWHERE = "refresh";

/** A card for one person alone in the conversation: all its buttons are marked. */
export function toPrivateCard(card: AdaptiveCard): AdaptiveCard {
  const marked = changeActions(card, (actions) => actions.map(mark));
  if (!card.refresh) return marked;
  const { action, userIds } = card.refresh;
  return { ...marked, refresh: { action: { ...action, ...markData(action) }, userIds } };
}

/**
 * The same card for the person's chat with the bot: without the buttons that change something, since those are
 * good in their own conversation only.
 *
 * @param notice Why it stands there.
 */
export function toCardElsewhere(card: AdaptiveCard, notice: string): AdaptiveCard {
  const { refresh: _refresh, ...rest } = changeActions(card, (actions) =>
    actions.filter(isForAnywhere),
  );
  return { ...rest, body: [toNotice({ tone: "info", text: notice }), ...rest.body] };
}

function isForAnywhere(action: CardAction): boolean {
  if (action.type === "Action.Execute") return action.verb === VERB_FOR_ANYWHERE;
  return action.type === "Action.OpenUrl";
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
