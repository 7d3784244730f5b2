import { peer, rendezvousStart, withoutKeys } from "../processes/programs";
import { startServer, type ServerProgram } from "../processes/server";
import type { Row } from "../row";
import { pairedRatio } from "../statistics";

export const start: Row = {
  name: "start",
  title: "From the start of the process to the first 200 of /healthz",
  async run(bench) {
    const ours: number[] = [];
    const theirs: number[] = [];
    const store = `lmdb:${bench.createFolder()}`;
    const rendezvous = withoutKeys(rendezvousStart(bench.programFolder, store));
    const botbuilder = peer("botbuilder");
    // The first start reads the files from the disk.
    await startOnce(rendezvous);
    await startOnce(botbuilder);
    for (let round = 0; round < (bench.isQuick ? 5 : 15); round += 1) {
      ours.push(await startOnce(rendezvous));
      theirs.push(await startOnce(botbuilder));
    }
    return {
      measures: [
        { server: "rendezvous", figure: "start ms", values: ours },
        { server: "botbuilder", figure: "start ms", values: theirs },
      ],
      checks: [
        {
          what: "start ÷ botbuilder",
          value: pairedRatio(ours, theirs),
          must: "at most",
          target: 0.9,
        },
      ],
      notes: [],
    };
  },
};

async function startOnce(program: ServerProgram): Promise<number> {
  const startedAt = performance.now();
  await using server = await startServer(program);
  const { status } = await fetch(`${server.url}/healthz`);
  if (status !== 200) throw new Error(`${program.name} is not healthy: ${status}`);
  return performance.now() - startedAt;
}
