import { z } from "zod";
import type { AdaptiveCard, ButtonData, CardAction, ExecuteAction } from "../cards/adaptive-card";

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
  const body = card.body.map((element) =>
    element.type === "ActionSet"
      ? {
          ...element,
          actions: element.actions.map((action) =>
            action.type === "Action.Execute" ? toButton(action) : action,
          ),
        }
      : element,
  );
  return { ...card, body };
}

const MAX_DEPTH = 12;
const objectSchema = z.record(z.string(), z.unknown());

/** The first text of this name anywhere in what came back from a client, which may hand a card on in any shape. */
export function findText(value: unknown, name: string, depth = 0): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const items = Array.isArray(value) ? value : undefined;
  const object = items ? undefined : objectSchema.safeParse(value).data;
  const own = object?.[name];
  if (typeof own === "string") return own;
  for (const inner of items ?? Object.values(object ?? {})) {
    const found = findText(inner, name, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
