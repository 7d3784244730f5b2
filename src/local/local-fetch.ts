/**
 * A `fetch` that takes what is meant for Microsoft's Graph and Entra to the embedded ones, so that the code
 * which calls them, MSAL's included, runs as it is: MSAL accepts no authority but an https one.
 *
 * @param origins `https://graph.microsoft.com`, `https://login.microsoftonline.com`, or another cloud's.
 * @param localOrigin Where the embedded cloud listens.
 */
export function createLocalFetch(
  fetch: typeof globalThis.fetch,
  origins: readonly string[],
  localOrigin: string,
): typeof globalThis.fetch {
  return async (input, init) => {
    const { href, origin } = new URL(input instanceof Request ? input.url : input);
    const isLocal = origins.includes(origin);
    return fetch(isLocal ? localOrigin + href.slice(origin.length) : input, init);
  };
}
