import type * as AdaptiveCardsModule from "adaptivecards";
import type { AdaptiveCard } from "../../bot/cards/elements/adaptive-card";

// Node and Jest can't load the package's main file, an ES module. Its bundle has no types.
const AdaptiveCards: typeof AdaptiveCardsModule = require("adaptivecards/dist/adaptivecards.js");

/**
 * Returns the problems that Microsoft's parser finds in a card. The people picker is validated as a list of choices:
 * Teams supports it in all versions and without choices (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker), but the parser doesn't.
 */
export function validateCard(card: AdaptiveCard): string[] {
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const parsed = new AdaptiveCards.AdaptiveCard();
  // The parser counts the actions of the "…" menu too, but no renderer limits those.
  parsed.hostConfig = new AdaptiveCards.HostConfig({ actions: { maxActions: 12 } });
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
