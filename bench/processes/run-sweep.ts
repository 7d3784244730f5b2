import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { z } from "zod";
import { endWithBench } from "./cleanup";

const sweepSchema = z.object({
  /** HTTP requests of the store. LMDB has none. */
  requests: z.number(),
  seconds: z.number(),
  /** The most heap in use, above what the loaded app uses. */
  heapGrowthMegabytes: z.number(),
});

export type SweepResult = z.infer<typeof sweepSchema>;

/** Runs the daily sweep in another process. */
export async function runSweep(store: string): Promise<SweepResult> {
  const child = fork(join(__dirname, "sweep-child.js"), [store], {
    execArgv: ["--expose-gc"],
  });
  endWithBench(child);
  const ended = once(child, "exit").then(() => []);
  const [result]: unknown[] = await Promise.race([once(child, "message"), ended]);
  await ended;
  return sweepSchema.parse(result);
}
