import type * as AdaptiveCardsModule from "adaptivecards";
import type { AdaptiveCard } from "../../bot/cards/adaptive-card";

// The package's main file is an ES module that Node and Jest cannot load; its bundle has no types.
const AdaptiveCards: typeof AdaptiveCardsModule = require("adaptivecards/dist/adaptivecards.js");

/** What Microsoft's own parser finds wrong with a card, in words; nothing when it is sound. */
export function validateCard(card: AdaptiveCard): string[] {
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const parsed = new AdaptiveCards.AdaptiveCard();
  parsed.parse(JSON.parse(JSON.stringify(card)), context);
  const found = Array.from(
    { length: context.eventCount },
    (_, index) => context.getEventAt(index).message,
  );
  return [...found, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}
