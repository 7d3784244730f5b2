import type {
  AdaptiveCard,
  ButtonData,
  CardAction,
  ExecuteAction,
} from "../cards/elements/adaptive-card";
import { mapActions } from "../cards/elements/card-button";

/** A card with its buttons as dialogs know them, which have no `Action.Execute`. */
export function toDialogCard({ refresh: _refresh, ...card }: AdaptiveCard): AdaptiveCard {
  return mapButtons(card, ({ verb, data, fallback: _fallback, ...look }) => ({
    ...look,
    type: "Action.Submit",
    data: { ...data, verb },
  }));
}

/** The same card, with more in the data of its first button: in each of them it would make the card too large. */
export function withButtonData(card: AdaptiveCard, more: ButtonData): AdaptiveCard {
  const first = card.body
    .flatMap((element) => (element.type === "ActionSet" ? element.actions : []))
    .find(({ type }) => type === "Action.Execute");
  return mapButtons(card, (button) =>
    button === first ? { ...button, data: { ...button.data, ...more } } : button,
  );
}

function mapButtons(
  card: AdaptiveCard,
  toButton: (button: ExecuteAction) => CardAction,
): AdaptiveCard {
  return mapActions(card, (actions) =>
    actions.map((action) => (action.type === "Action.Execute" ? toButton(action) : action)),
  );
}
