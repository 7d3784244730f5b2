import { z } from "zod";

/** What a server saw since it was last asked. It comes from the server's process. */
export const trafficCountsSchema = z.object({
  requests: z.number(),
  /** Connections that carried a request. */
  connections: z.number(),
  /** The most requests that waited for a response at the same time. */
  mostAtOnce: z.number(),
});

export type TrafficCounts = z.infer<typeof trafficCountsSchema>;
