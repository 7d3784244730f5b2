import type { AdaptiveCard, CardElement } from "./adaptive-card";
import { toBareText } from "./plain-text";

/**
 * A card around its body.
 *
 * @param texts What clients say that show no cards.
 * @param link A link that follows them, as it is.
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
