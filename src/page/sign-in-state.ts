export const AUTH_START_PATH = "/auth-start";
/** Entra's redirect URI, which the app registration has to list. */
export const AUTH_END_PATH = "/auth-end";

/** The states of the sign-in pages. The server renders all of them, and the browser shows one. */
export const SIGN_IN_STATES = [
  "working",
  "done",
  /** Not opened by Teams. */
  "outside",
  /** Signed in, but Teams doesn't respond. */
  "unheard",
  "declined",
  /** Only an administrator can consent. */
  "approval",
  /** The response belongs to another window, or no window requested it. */
  "mismatch",
  /** Entra's error. The page shows its number. */
  "refused",
  /** The browser lacks or blocks something that the page needs. */
  "broken",
] as const;

export type SignInState = (typeof SIGN_IN_STATES)[number];
