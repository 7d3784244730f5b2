import type * as Undici from "undici";

/** What we use of the built-in `fetch`, which also fits. Redirects aren't followed. */
export type Fetch = (url: string | URL, init?: FetchInit) => Promise<FetchResponse>;

export interface FetchInit {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  signal?: AbortSignal;
}

export interface FetchResponse {
  status: number;
  ok: boolean;
  headers: {
    get(name: string): string | undefined | null;
    [Symbol.iterator](): Iterator<[string, string]>;
  };
  text(): Promise<string>;
}

/**
 * Sends a request by HTTP, over connections that are kept open. Why not the built-in `fetch`: see
 * ARCHITECTURE.md.
 *
 * Rejects with undici's error if there's no response: https://undici.nodejs.org/#/docs/api/Errors
 */
export const httpFetch: Fetch = async (url, { method = "GET", headers, body, signal } = {}) => {
  const response = await loadUndici().request(url, { method, headers, body, signal });
  const { statusCode: status } = response;
  return {
    status,
    ok: status >= 200 && status < 300,
    headers: toHeaders(response.headers),
    text: () => response.body.text(),
  };
};

/** Names are in lower case. */
function toHeaders(received: Record<string, string | string[] | undefined>): Map<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(received)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return headers;
}

/** Loaded with the first request, because it takes time. */
function loadUndici(): typeof Undici {
  return require("undici");
}
