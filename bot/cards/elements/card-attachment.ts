import type { AdaptiveCard } from "./adaptive-card";

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference */
export const CARD_TYPES = {
  adaptive: "application/vnd.microsoft.card.adaptive",
  oauth: "application/vnd.microsoft.card.oauth",
  thumbnail: "application/vnd.microsoft.card.thumbnail",
} as const;

export function toCardAttachment(content: AdaptiveCard) {
  return { contentType: CARD_TYPES.adaptive, content };
}
