import type { AdaptiveCard } from "../../bot/cards/elements/adaptive-card";
import type { ActivityOptions } from "./activities";
import { cardOfAnswer, textFieldsOf } from "./cards";
import type { SentActivity } from "./connector";
import { press } from "./press";
import type { TestApp } from "./start-app";

/** The public origin of `startApp`. */
export const LINK_ORIGIN = "https://rendezvous.example.com";

/** The link on the card that Copy link returns. */
export function linkIn(card: AdaptiveCard): string {
  return textFieldsOf(card)[0]?.value ?? "";
}

/** Presses Copy link on a sent card and returns the link. */
export async function copyLink(
  app: TestApp,
  sent: SentActivity | undefined,
  options: ActivityOptions = {},
): Promise<string> {
  const { answer } = await app.turn(press(sent, "Copy link", options));
  return linkIn(cardOfAnswer(answer));
}

/** Requests a link without following redirects. */
export function openLink(app: TestApp, link: string, init: RequestInit = {}): Promise<Response> {
  return fetch(link.replace(LINK_ORIGIN, app.url), { redirect: "manual", ...init });
}

/** Opens the page that adds a link's meeting to a calendar. */
export function openCalendarPage(app: TestApp, link: string, language = "en"): Promise<Response> {
  return openLink(app, `${link}/calendar`, { headers: { "accept-language": language } });
}
