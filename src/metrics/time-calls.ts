import { getTurn, type Edge } from "../async/current-turn";
import type { Metrics } from "./metrics";

/** Starts measuring a call. The returned function ends it. */
export type TimeCall = (operation: string) => (status: string) => void;

/** Measures the calls to one edge, for the line of the current turn and for the metrics. */
export function timeCalls(edge: Edge, metrics: Metrics | undefined): TimeCall {
  return (operation) => {
    const startedAt = performance.now();
    return (status) => {
      const ms = performance.now() - startedAt;
      const calls = getTurn()?.calls[edge];
      if (calls) {
        calls.count += 1;
        calls.ms += ms;
      }
      metrics?.callEnded(edge, operation, status, ms);
    };
  };
}
