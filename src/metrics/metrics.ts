import type { CurrentTurn, Edge } from "../async/current-turn";

/** What is counted while `METRICS_PORT` is set. Implemented by `prometheus.ts`. */
export interface Metrics {
  turnEnded(kind: string, turn: Pick<CurrentTurn, "outcome" | "code">, ms: number): void;
  /** @param status an HTTP status or a word, from a short list */
  callEnded(edge: Edge, operation: string, status: string, ms: number): void;
  /** An activity whose caller wasn't authenticated. */
  activityRejected(reason: string): void;
  cacheRead(cache: CacheName, isHit: boolean): void;
  circuitChanged(service: string, isOpen: boolean): void;
  /** Work that no one asked for just now, such as a reminder. */
  dueWorkEnded(work: string, outcome: string, lateMs: number): void;
  /** @param count how much work runs after its turn was answered */
  backgroundChanged(count: number): void;
}

/** `graph`: a refresh shows what Graph returned a moment ago. `rows`: a stored row doesn't have to be parsed again. */
export type CacheName = "graph" | "rows";
