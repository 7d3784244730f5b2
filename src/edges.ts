import { setTimeout as delay } from "node:timers/promises";
import type { Edges } from "./app";

/** The real clock and network; log and store are the caller's choice. */
export function createEdges(chosen: Pick<Edges, "log" | "store">): Edges {
  return {
    fetch: globalThis.fetch,
    now: () => new Date(),
    async sleep(ms, signal) {
      try {
        await delay(ms, undefined, { signal });
      } catch {
        // aborted: nobody waits for the rest
      }
    },
    ...chosen,
  };
}
