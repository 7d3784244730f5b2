import type { JsonValue } from "./json";

/** One call of Graph. */
export interface GraphRequest {
  method: string;
  /** As sent, with version and query. */
  path: string;
  /** `null` without a body, and for one that isn't JSON. */
  body: JsonValue;
  /** `null` until the response is sent. It stays `null` when the connection is cut. */
  status: number | null;
  /** ISO 8601, when the call arrived. */
  at: string;
}

/** The Graph calls since the start or the last `clear`, oldest first. */
export interface RequestLog {
  /** Adds a call. The caller fills in the returned entry later. */
  open(method: string, path: string): GraphRequest;
  list(): GraphRequest[];
  clear(): void;
}

export function createRequestLog(now: () => Date): RequestLog {
  let entries: GraphRequest[] = [];
  return {
    open(method, path) {
      const entry = { method, path, body: null, status: null, at: now().toISOString() };
      entries.push(entry);
      return entry;
    },
    list: () => structuredClone(entries),
    clear() {
      entries = [];
    },
  };
}
