import { setTimeout as sleep } from "node:timers/promises";
import { CONNECTIONS } from "../compare-servers";
import type { LoadJob } from "../processes/load-job";
import { readResidentMegabytes } from "../processes/process-usage";
import { peer, rendezvousStart, withSignedTokens } from "../processes/programs";
import { startServer, type ServerProgram } from "../processes/server";
import type { Bench, Row } from "../row";
import { pairedRatio } from "../statistics";
import { refreshesOf, toRefreshTraffic } from "../traffic/refreshes";
import { SERVICE_URL, signTokens } from "../traffic/signed-tokens";
import { makeStoredMeetings, writeReply } from "./refresh";

/** Time for the garbage collector to return memory. */
const SETTLE_MS = 2_000;

export const memory: Row = {
  name: "memory",
  title: "Resident memory after many turns (refreshes with signed tokens)",
  async run(bench) {
    const { turns, rounds } = bench.isQuick
      ? { turns: 20_000, rounds: 1 }
      : { turns: 100_000, rounds: 3 };
    const store = `lmdb:${bench.createFolder()}`;
    const activities = refreshesOf(await makeStoredMeetings(bench, store), SERVICE_URL);
    const rendezvous = rendezvousStart(bench.programFolder, store);
    const { reply, traffic } = await toTraffic(rendezvous, activities, signTokens());
    const botbuilder = withSignedTokens(peer("botbuilder", writeReply(bench, reply)));
    const job = { ...traffic, limit: { requests: turns } };
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await measureMemory(bench, rendezvous, job));
      theirs.push(await measureMemory(bench, botbuilder, job));
    }
    return {
      measures: [
        { server: "rendezvous", figure: "resident MB", values: ours },
        { server: "botbuilder", figure: "resident MB", values: theirs },
      ],
      checks: [
        {
          what: `memory ÷ botbuilder, after ${turns} turns`,
          value: pairedRatio(ours, theirs),
          must: "at most",
          target: 1.25,
        },
      ],
      notes: [],
    };
  },
};

async function toTraffic(program: ServerProgram, activities: object[], tokens: string[]) {
  await using server = await startServer(program);
  return await toRefreshTraffic(server.url, activities, tokens);
}

async function measureMemory(
  { load }: Bench,
  program: ServerProgram,
  job: Omit<LoadJob, "url" | "connections">,
): Promise<number> {
  await using server = await startServer(program);
  const { failures } = await load.run({ ...job, url: server.url, connections: CONNECTIONS });
  if (failures > 0) throw new Error(`${program.name}: ${failures} responses were wrong.`);
  await sleep(SETTLE_MS);
  return readResidentMegabytes(server.pid);
}
