import type * as AdaptiveCardsModule from "adaptivecards";
import type { AdaptiveCard } from "../../bot/cards/elements/adaptive-card";

// The package's main file is an ES module that Node and Jest cannot load; its bundle has no types.
const AdaptiveCards: typeof AdaptiveCardsModule = require("adaptivecards/dist/adaptivecards.js");

/**
 * What Microsoft's own parser finds wrong with a card, in words; nothing when it is sound. Teams' people picker is
 * looked at as the list of choices that it extends: Teams knows it in cards of every version, and without choices
 * (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker), the parser does not.
 */
export function validateCard(card: AdaptiveCard): string[] {
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const parsed = new AdaptiveCards.AdaptiveCard();
  parsed.parse(JSON.parse(JSON.stringify(card, withoutPeoplePicker)), context);
  const found = Array.from(
    { length: context.eventCount },
    (_, index) => context.getEventAt(index).message,
  );
  return [...found, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}

function withoutPeoplePicker(_name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("choices.data" in value)) return value;
  const { "choices.data": _query, ...list } = value;
  const isEmpty = "choices" in list && Array.isArray(list.choices) && list.choices.length === 0;
  return isEmpty ? { ...list, choices: [{ title: "Ana", value: "ana" }] } : list;
}
