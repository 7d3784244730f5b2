import { SIGN_IN_STATES, type SignInState } from "./sign-in-state";

/** Shows one of the texts that the server wrote, and nothing of the others. */
export function showState(shown: SignInState, number?: string): void {
  for (const state of SIGN_IN_STATES) getElement(state).hidden = state !== shown;
  const title = getElement(shown).querySelector("h1")?.textContent ?? "";
  document.title = `${title} · Rendezvous`;
  getElement("number").textContent = number ?? "";
}

/** Offers to close the window, and does it by `close`. */
export function offerClosing(close: () => void): void {
  const button = getElement("close");
  button.hidden = false;
  button.addEventListener("click", close);
}

/** The same where Teams is not there to be told: browsers let a page close only what a page opened. */
export function offerClosingUnheard(): void {
  if (window.opener !== null) offerClosing(() => window.close());
}

/** What the server wrote for this code: `data-client-id` is `clientId`. */
export function readSetting(name: string): string {
  return document.body.dataset[name] ?? "";
}

function getElement(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page lacks #${id}.`);
  return element;
}
