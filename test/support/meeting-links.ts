import type { AdaptiveCard } from "../../bot/cards/elements/adaptive-card";
import type { ActivityOptions } from "./activities";
import { cardOfAnswer } from "./cards";
import type { SentActivity } from "./connector";
import { press } from "./press";
import type { TestApp } from "./start-app";

/** What `startApp` takes for its own, wherever it listens. */
export const LINK_ORIGIN = "https://rendezvous.example.com";

/** The link on a card that Copy link was answered with. */
export function linkIn(card: AdaptiveCard): string {
  const field = card.body.find((element) => element.type === "Input.Text");
  return field?.value ?? "";
}

/** The link that Copy link gives on a card that was sent. */
export async function copyLink(
  app: TestApp,
  sent: SentActivity | undefined,
  options: ActivityOptions = {},
): Promise<string> {
  const { answer } = await app.turn(press(sent, "Copy link", options));
  return linkIn(cardOfAnswer(answer));
}

/** A link opened in a browser, which goes nowhere from there. */
export function openLink(app: TestApp, link: string, init: RequestInit = {}): Promise<Response> {
  return fetch(link.replace(LINK_ORIGIN, app.url), { redirect: "manual", ...init });
}
