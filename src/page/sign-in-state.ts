export const AUTH_START_PATH = "/auth-start";
/** Where Entra sends the browser back to; the app registration has to list it as a redirect URI. */
export const AUTH_END_PATH = "/auth-end";

/** What the sign-in pages show, one at a time: the server writes all of them, the browser's code picks. */
export const SIGN_IN_STATES = [
  "working",
  "done",
  /** Not opened by Teams. */
  "outside",
  /** Signed in, and Teams does not take it. */
  "unheard",
  "declined",
  /** Only an administrator can consent. */
  "approval",
  /** The answer belongs to another window, or to nobody's question. */
  "mismatch",
  /** Entra's error, of which the page names the number. */
  "refused",
  /** The browser does not let the page do its work. */
  "broken",
] as const;

export type SignInState = (typeof SIGN_IN_STATES)[number];
