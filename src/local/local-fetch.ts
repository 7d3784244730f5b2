import type { Fetch } from "../http-fetch";

/**
 * Creates a `fetch` that sends requests for Microsoft's Graph and Entra to the embedded ones. The callers need no
 * change, not even MSAL, which only accepts https authorities.
 *
 * @param origins `https://graph.microsoft.com`, `https://login.microsoftonline.com`, or another cloud's
 * @param localOrigin where the embedded cloud listens
 */
export function createLocalFetch(
  fetch: Fetch,
  origins: readonly string[],
  localOrigin: string,
): Fetch {
  return async (input, init) => {
    const { href, origin } = new URL(input);
    return fetch(origins.includes(origin) ? localOrigin + href.slice(origin.length) : input, init);
  };
}
