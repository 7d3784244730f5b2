import { readCpuSeconds } from "../processes/process-usage";
import type { Measure } from "../row";
import { percentile } from "../statistics";
import type { Cluster } from "./cluster";
import type { Deliveries } from "./deliver";

/** Measures where the time of commands goes: requests of the bots, and the CPU time of each process. */
export function startMeasuring({ graph, azurite, bots }: Cluster, commandCount: number) {
  const startedAt = performance.now();
  const counted = Promise.all([graph.takeCounts(), azurite.takeCounts()]);
  const readCpu = () =>
    [azurite, graph, ...bots.flatMap((bot) => bot ?? [])].map(({ pid }) => readCpuSeconds(pid));
  const cpuBefore = readCpu();
  const { user, system } = process.cpuUsage();
  const ownBefore = (user + system) / 1e6;

  return {
    /** Call it when the last command is answered. */
    async finish({ latenciesMs }: Deliveries): Promise<Measure[]> {
      const seconds = (performance.now() - startedAt) / 1000;
      await counted;
      const toGraph = await graph.takeCounts();
      const toStore = await azurite.takeCounts();
      const used = readCpu().map((after, index) => after - (cpuBefore[index] ?? 0));
      const [azuriteCpu = 0, graphCpu = 0, ...botCpus] = used;
      const own = process.cpuUsage();
      const sorted = latenciesMs.toSorted((a, b) => a - b);
      return [
        ...toMeasures("commands", {
          seconds,
          "p50 ms": percentile(sorted, 0.5),
          "max ms": sorted.at(-1) ?? NaN,
        }),
        ...toMeasures("bots", { "CPU s": botCpus.reduce((sum, one) => sum + one, 0) }),
        ...toMeasures("Azurite", {
          "CPU s": azuriteCpu,
          "requests/command": toStore.requests / commandCount,
        }),
        ...toMeasures("Graph", {
          "CPU s": graphCpu,
          "requests/command": toGraph.requests / commandCount,
        }),
        ...toMeasures("Teams (here)", { "CPU s": (own.user + own.system) / 1e6 - ownBefore }),
      ];
    },
  };
}

export function toMeasures(server: string, figures: Record<string, number>): Measure[] {
  return Object.entries(figures).map(([figure, value]) => ({ server, figure, values: [value] }));
}
