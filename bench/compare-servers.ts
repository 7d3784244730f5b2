import type { LoadJob } from "./processes/load-job";
import { readCpuSeconds } from "./processes/process-usage";
import type { Server } from "./processes/server";
import type { Bench, Measure } from "./row";

export const CONNECTIONS = 32;

/** What a server is asked. */
export type Traffic = Pick<LoadJob, "bodies" | "tokens" | "minBytes">;

export interface Entrant {
  server: Server;
  traffic: Traffic;
}

interface Round {
  server: string;
  "requests/s": number;
  "p50 ms": number;
  "p99 ms": number;
  "CPU µs/request": number;
  "load generator %": number;
}

const FIGURES = [
  "requests/s",
  "p50 ms",
  "p99 ms",
  "CPU µs/request",
  "load generator %",
] as const satisfies readonly (keyof Round)[];

/**
 * Loads the servers in turn, A B C A B C …, so that a change of the machine's speed meets all of them. The first round
 * warms them up and isn't counted.
 *
 * @throws Error when a response was wrong
 */
export async function compareServers(
  bench: Bench,
  entrants: readonly Entrant[],
): Promise<Measure[]> {
  const { rounds, seconds } = bench.isQuick ? { rounds: 3, seconds: 2 } : { rounds: 7, seconds: 5 };
  const measured: Round[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const entrant of entrants) {
      const one = await loadOnce(bench, entrant, seconds);
      if (round > 0) measured.push(one);
    }
  }
  return entrants.flatMap(({ server: { name } }) =>
    FIGURES.map((figure) => ({
      server: name,
      figure,
      values: measured.filter(({ server }) => server === name).map((one) => one[figure]),
    })),
  );
}

async function loadOnce(
  { load }: Bench,
  { server: { name, url, pid }, traffic }: Entrant,
  forSeconds: number,
): Promise<Round> {
  const cpuBefore = readCpuSeconds(pid);
  const limit = { seconds: forSeconds };
  const result = await load.run({ ...traffic, url, connections: CONNECTIONS, limit });
  const cpuSeconds = readCpuSeconds(pid) - cpuBefore;
  const { requests, failures, seconds, latencyMs } = result;
  if (failures > 0) throw new Error(`${name}: ${failures} of ${requests} responses were wrong.`);
  return {
    server: name,
    "requests/s": requests / seconds,
    "p50 ms": latencyMs.p50,
    "p99 ms": latencyMs.p99,
    "CPU µs/request": (cpuSeconds / requests) * 1e6,
    "load generator %": (result.cpuSeconds / seconds) * 100,
  };
}

/** The values of one figure of one server. */
export function valuesOf(measures: readonly Measure[], server: string, figure: string) {
  return measures.find((one) => one.server === server && one.figure === figure)?.values ?? [];
}
