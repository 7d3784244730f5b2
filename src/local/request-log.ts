import type { JsonValue } from "./request-body";

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

export type RequestLog = ReturnType<typeof createRequestLog>;

/** Keeps the Graph calls since the start or the last `clear`, oldest first. */
export function createRequestLog(now: () => Date) {
  let entries: GraphRequest[] = [];
  return {
    /** Adds a call. The caller fills in the returned entry later. */
    open(method: string, path: string): GraphRequest {
      const at = now().toISOString();
      const entry: GraphRequest = { method, path, body: null, status: null, at };
      entries.push(entry);
      return entry;
    },
    list: () => structuredClone(entries),
    clear() {
      entries = [];
    },
  };
}
