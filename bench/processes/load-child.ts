// The load generator, forked by `load.ts`: runs one job at a time.
import { Pool, type Dispatcher } from "undici";
import { percentile } from "../statistics";
import type { LoadJob, LoadResult } from "./load-job";

/** 13 digits, as Teams' message ids. */
let lastId = 1_759_881_511_000;

process.on("message", (job: LoadJob) => {
  void run(job).then((result) => process.send?.(result));
});

async function run(job: LoadJob): Promise<LoadResult> {
  const { bodies, tokens, connections, minBytes, limit, perSecond = Infinity } = job;
  const { seconds = Infinity, requests = Infinity } = limit;
  const json = { "content-type": "application/json" };
  const signed = tokens.map((token) => Object.assign({ authorization: `Bearer ${token}` }, json));
  const headers = signed.length > 0 ? signed : [json];
  const pool = new Pool(job.url, { connections, pipelining: 1, headersTimeout: 60_000 });
  const latencies: number[] = [];
  let failures = 0;
  let started = 0;
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;

  await Promise.all(Array.from({ length: connections }, sendInTurn));
  const elapsed = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  await pool.destroy();
  latencies.sort((a, b) => a - b);
  return {
    requests: latencies.length,
    failures,
    seconds: elapsed,
    latencyMs: {
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
      max: latencies.at(-1) ?? NaN,
    },
    cpuSeconds: (user + system) / 1e6,
  };

  /** One connection: sends the next request when the last one is answered. */
  function sendInTurn(): Promise<void> {
    return new Promise((resolve) => {
      let sentAt = 0;
      let status = 0;
      let bytes = 0;
      const handler: Dispatcher.DispatchHandler = {
        onRequestStart: () => undefined,
        onResponseStart: (_controller, code) => void (status = code),
        onResponseData: (_controller, chunk) => void (bytes += chunk.length),
        onResponseEnd: () => finish(status === 200 && bytes >= minBytes),
        onResponseError: () => finish(false),
      };
      function finish(isGood: boolean): void {
        if (!isGood) failures += 1;
        latencies.push(performance.now() - sentAt);
        send();
      }
      function send(): void {
        sentAt = performance.now();
        if (sentAt >= endsAt || started >= requests) {
          resolve();
          return;
        }
        const earlyMs = startedAt + (started / perSecond) * 1000 - sentAt;
        if (earlyMs > 0) {
          setTimeout(send, earlyMs);
          return;
        }
        const parts = bodies[started % bodies.length] ?? [];
        lastId += 1;
        bytes = 0;
        status = 0;
        const chosen = headers[started % headers.length];
        started += 1;
        const options = {
          path: "/api/messages",
          method: "POST" as const,
          headers: chosen,
          body: parts.join(String(lastId)),
        };
        pool.dispatch(options, handler);
      }
      send();
    });
  }
}
