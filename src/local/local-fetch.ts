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
    const url = String(input);
    const origin = origins.find((one) => url === one || url.startsWith(`${one}/`));
    return fetch(origin === undefined ? url : localOrigin + url.slice(origin.length), init);
  };
}
