import type { IncomingHttpHeaders } from "node:http";
import type * as Undici from "undici";
import type { Dispatcher } from "undici";

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
 * Sends a request by HTTP, over connections that are kept open, and reads the whole response. Why not the built-in
 * `fetch`: see ARCHITECTURE.md.
 *
 * Rejects with undici's error if there's no response, or half of one: https://undici.nodejs.org/#/docs/api/Errors
 */
export const httpFetch: Fetch = (url, { method = "GET", headers, body, signal } = {}) =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const { origin, pathname, search } = new URL(url);
    const chunks: Buffer[] = [];
    let request: Dispatcher.DispatchController | undefined;
    let status = 0;
    let received: IncomingHttpHeaders = {};

    const abort = () => {
      request?.abort(signal?.reason);
      reject(signal?.reason);
    };
    const end = () => signal?.removeEventListener("abort", abort);
    signal?.addEventListener("abort", abort, { once: true });
    // https://undici.nodejs.org/#/docs/api/Dispatcher, "DispatchHandler"
    findAgent().dispatch(
      { origin, path: pathname + search, method, headers, body },
      {
        onRequestStart(controller) {
          request = controller;
          // It was aborted while it waited for a connection.
          if (signal?.aborted) abort();
        },
        // Called for each 1xx, too.
        onResponseStart(_, code, names) {
          status = code;
          received = names;
        },
        onResponseData: (_, chunk) => void chunks.push(chunk),
        onResponseEnd() {
          end();
          const bytes = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
          resolve(toResponse(status, received, bytes));
        },
        onResponseError(_, error) {
          end();
          reject(error);
        },
      },
    );
  });

function toResponse(
  status: number,
  headers: IncomingHttpHeaders,
  bytes: Buffer | undefined,
): FetchResponse {
  return {
    status,
    ok: status >= 200 && status < 300,
    headers: toHeaders(headers),
    text: async () => utf8.decode(bytes),
  };
}

const utf8 = new TextDecoder();

/** Names are in lower case. */
function toHeaders(received: IncomingHttpHeaders): Map<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(received)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return headers;
}

let agent: Dispatcher | undefined;

/** undici is loaded with the first request, because that takes time. */
function findAgent(): Dispatcher {
  if (agent) return agent;
  const { Agent }: typeof Undici = require("undici");
  agent = new Agent();
  return agent;
}
