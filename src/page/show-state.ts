import { SIGN_IN_STATES, type SignInState } from "./sign-in-state";

/** Shows one of the texts that the server rendered, and hides the others. */
export function showState(shown: SignInState, number?: string): void {
  for (const state of SIGN_IN_STATES) getElement(state).hidden = state !== shown;
  const title = getElement(shown).querySelector("h1")?.textContent ?? "";
  document.title = `${title} · Rendezvous`;
  getElement("number").textContent = number ?? "";
}

export function offerClose(close: () => void): void {
  const button = getElement("close");
  button.hidden = false;
  button.addEventListener("click", close);
}

/** Shows the Close button if the browser lets the page close itself, which needs an opener. */
export function offerCloseWithoutTeams(): void {
  if (window.opener !== null) offerClose(() => window.close());
}

/** Reads a setting that the server rendered: `clientId` is `data-client-id`. */
export function readSetting(name: string): string {
  return document.body.dataset[name] ?? "";
}

function getElement(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page lacks #${id}.`);
  return element;
}
