// The daily sweep of a store, in its own process: `sweep-child.js <store>`. Sends what it took to its parent process.
import { subscribe } from "node:diagnostics_channel";
import { createApp } from "../../src/app";
import { systemDependencies } from "../../src/deps";
import { createLog } from "../../src/log";
import { testConfig } from "../../test/support/test-config";
import { openPatiently } from "../growth/open-patiently";
import type { SweepResult } from "./run-sweep";

const SAMPLE_EVERY_MS = 500;
const BYTES_PER_MEGABYTE = 2 ** 20;

async function sweep(spec: string): Promise<SweepResult> {
  let requests = 0;
  subscribe("http.client.request.start", () => (requests += 1));
  const store = openPatiently(spec);
  const app = createApp(testConfig(), { ...systemDependencies(), log: createLog("silent"), store });
  const before = readHeapBytes();
  let peak = before;
  const sampling = setInterval(() => {
    peak = Math.max(peak, readHeapBytes());
  }, SAMPLE_EVERY_MS);
  const startedAt = performance.now();
  await app.purgeExpired();
  const seconds = (performance.now() - startedAt) / 1000;
  clearInterval(sampling);
  await store.close();
  return { requests, seconds, heapGrowthMegabytes: (peak - before) / BYTES_PER_MEGABYTE };
}

/** What is in use. With the garbage, it would depend on how much there was before. */
function readHeapBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

void sweep(process.argv[2] ?? "").then((result) => process.send?.(result));
