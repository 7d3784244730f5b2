import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from "@azure/msal-node";

/** Entra usually answers much faster. Leaves time for the Graph call. */
const TIMEOUT_MS = 10_000;

/**
 * Sends MSAL's requests with the app's own `fetch`, so that tests can redirect them:
 * https://learn.microsoft.com/entra/msal/javascript/node/configuration (`system.networkClient`)
 */
export function createMsalNetwork(fetch: typeof globalThis.fetch): INetworkModule {
  return {
    sendGetRequestAsync: (url, options) => send("GET", url, options),
    sendPostRequestAsync: (url, options) => send("POST", url, options),
  };

  async function send<T>(
    method: string,
    url: string,
    { headers, body }: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, { method, headers, body, signal });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- MSAL's interface lets its caller say what T is
      body: (await response.json()) as T,
    };
  }
}
