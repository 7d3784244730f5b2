/** Where Entra sends the browser back to; the app registration has to list it as a redirect URI. */
export const AUTH_END_PATH = "/auth-end";
export const AUTH_START_PATH = "/auth-start";
