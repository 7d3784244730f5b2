import { z } from "zod";

/** What a process holds after a garbage collection. */
export const processStateSchema = z.object({
  heapMegabytes: z.number(),
  residentMegabytes: z.number(),
  /** Open handles and requests by type: https://nodejs.org/api/process.html#processgetactiveresourcesinfo */
  resources: z.record(z.string(), z.number()),
});

export type ProcessState = z.infer<typeof processStateSchema>;
