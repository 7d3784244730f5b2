import { z } from "zod";

/** What the load generator sends, and for how long. */
export interface LoadJob {
  url: string;
  /** Bodies of requests, sent in turn. Each is split where a number goes that is new in every request. */
  bodies: readonly (readonly string[])[];
  /** Bearer tokens, used in turn. Empty: no `Authorization`. */
  tokens: readonly string[];
  connections: number;
  /** Requests a second. Default: as many as the server answers. */
  perSecond?: number;
  /** Whichever comes first ends the job. */
  limit: { seconds?: number; requests?: number };
  /** A shorter response counts as a failure, as does any status but 200. */
  minBytes: number;
}

/** It comes from the load generator's process. */
export const loadResultSchema = z.object({
  requests: z.number(),
  failures: z.number(),
  seconds: z.number(),
  latencyMs: z.object({ p50: z.number(), p99: z.number(), max: z.number() }),
  /** CPU time of the load generator. */
  cpuSeconds: z.number(),
});

export type LoadResult = z.infer<typeof loadResultSchema>;
