import type { JsonValue } from "./json";

/** One call of Graph. */
export interface GraphRequest {
  method: string;
  /** With version and query, as it was sent. */
  path: string;
  /** Parsed; `null` when there was none or it was not JSON. */
  body: JsonValue;
  /** `null` until answered, and for ever when the connection was cut. */
  status: number | null;
  /** ISO 8601, when the call arrived. */
  at: string;
}

/** Every Graph call since the start or the last clearing, in order of arrival. */
export interface RequestLog {
  /** Adds a call; the entry returned is filled in as the call goes on. */
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
