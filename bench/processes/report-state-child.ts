// Loaded before the program under test: tells its parent process what it holds, after a garbage collection. Needs --expose-gc.
import type { ProcessState } from "./process-state";

const BYTES_PER_MEGABYTE = 2 ** 20;

process.on("message", () => {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const resources: Record<string, number> = {};
  for (const type of process.getActiveResourcesInfo()) resources[type] = (resources[type] ?? 0) + 1;
  const state: ProcessState = {
    heapMegabytes: heapUsed / BYTES_PER_MEGABYTE,
    residentMegabytes: rss / BYTES_PER_MEGABYTE,
    resources,
  };
  process.send?.(state);
});
