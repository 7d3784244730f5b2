import type { AdaptiveCard, CardElement, Column, ColumnSet } from "./adaptive-card";
import { toBareText } from "./plain-text";

/**
 * @param texts What clients that can't render cards show instead.
 * @param link A link to show after these texts.
 */
export function toCard(body: CardElement[], texts: readonly string[], link?: string): AdaptiveCard {
  const bareText = toBareText(texts.filter(Boolean).join(" "));
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    fallbackText: [bareText, link].filter(Boolean).join(" "),
    body,
  };
}

/** Two columns of equal width. */
export function toPair(
  left: Column["items"],
  right: Column["items"],
  look: Pick<ColumnSet, "separator"> = {},
): ColumnSet {
  const columns = [left, right].map((items): Column => ({
    type: "Column",
    width: "stretch",
    items,
  }));
  return { type: "ColumnSet", spacing: "Default", ...look, columns };
}
