import type { AdaptiveCard } from "../../bot/cards/elements/adaptive-card";
import type { GraphRequest } from "../../src/local/local-cloud";
import { buttonOf } from "./cards";

/** Creates a scheduled meeting on Saturday, 14:00 to 14:45 UTC, for a user in Paris. */
export const plan = "meet Sprint review tomorrow 3pm for 45 min";

/** The calls that change or end a meeting. */
export function changesIn(requests: readonly GraphRequest[]): GraphRequest[] {
  return requests.filter(({ method }) => method === "PATCH" || method === "DELETE");
}

/** The URL of the card's Join button. */
export function linkOf(card: AdaptiveCard): string {
  const join = buttonOf(card, "Join");
  return "url" in join ? join.url : "";
}
