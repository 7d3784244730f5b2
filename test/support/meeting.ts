import type { AdaptiveCard } from "../../bot/cards/elements/adaptive-card";
import type { GraphRequest } from "../../src/local/local-cloud";
import { buttonOf } from "./cards";

/** What makes a scheduled meeting in Paris on the day before: Saturday, 14:00 to 14:45 UTC. */
export const plan = "meet Sprint review tomorrow 3pm for 45 min";

/** The calls that change or end a meeting. */
export function changesIn(requests: readonly GraphRequest[]): GraphRequest[] {
  return requests.filter(({ method }) => method === "PATCH" || method === "DELETE");
}

/** Where the card's Join leads. */
export function linkOf(card: AdaptiveCard): string {
  const join = buttonOf(card, "Join");
  return "url" in join ? join.url : "";
}
