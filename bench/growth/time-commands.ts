import { DEFAULT_ROOM } from "../../src/request/room-name";
import type { Load } from "../processes/load";
import { readCpuSeconds } from "../processes/process-usage";
import { median } from "../statistics";
import type { PopulatedBot } from "./populated-bot";

/** Milliseconds per `meet`, one after the other, and of the bot's own CPU time. */
export async function timeCommands(
  load: Load,
  { server: { url, pid }, bodies }: PopulatedBot,
  count: number,
): Promise<{ elapsed: number; cpu: number }> {
  const cpuBefore = readCpuSeconds(pid);
  const limit = { requests: count };
  const result = await load.run({ url, bodies, tokens: [], minBytes: 0, connections: 1, limit });
  const { latencyMs, failures } = result;
  if (failures > 0) throw new Error(`${failures} of ${count} commands failed.`);
  const cpuSeconds = readCpuSeconds(pid) - cpuBefore;
  return { elapsed: latencyMs.p50, cpu: (cpuSeconds * 1000) / count };
}

/** Milliseconds to read a record, list its conversation's, and write it back, without the bot. */
export async function timeStore(
  { store: { records }, conversations }: PopulatedBot,
  rounds: number,
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const { tenantId, threadId } of conversations) {
      const startedAt = performance.now();
      const stored = await records.get({ tenantId, threadId, room: DEFAULT_ROOM });
      if (!stored) throw new Error("The store has lost a record.");
      await records.list({ tenantId, threadId });
      await records.replace(stored, stored.record);
      times.push(performance.now() - startedAt);
    }
  }
  return median(times);
}
