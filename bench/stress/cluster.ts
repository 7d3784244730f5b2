import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import { openStore } from "../../src/storage/open-store";
import { startConnector, type TestConnector } from "../../test/support/connector";
import type { FaultKinds } from "../processes/graph-faults";
import {
  azurite,
  cloud,
  rendezvousDemo,
  toAzuriteSpec,
  withSlowClock,
} from "../processes/programs";
import {
  startCountingServer,
  startServer,
  type CountingServer,
  type Server,
} from "../processes/server";
import { createLogCounts } from "./count-log";

export interface ClusterOptions {
  programFolder: string;
  botCount: number;
  faults: { percent: number; kinds: FaultKinds };
  /** Time passes slowly for the bots, except for how far the first one's clock is behind. */
  slowClock?: { firstIsBehindMs: number } | undefined;
}

/** Several bots over one Azurite and one Graph. */
export interface Cluster extends AsyncDisposable {
  graph: CountingServer;
  azurite: CountingServer;
  connector: TestConnector;
  /** The bots' store, opened here too. */
  store: MeetingStore;
  logCounts: ReturnType<typeof createLogCounts>;
  /** `undefined` while it's restarting. */
  bots: (Server | undefined)[];
  /** Kills a bot, without a chance to finish anything. */
  kill: (index: number) => Promise<void>;
  /** Starts a bot that was killed. */
  restart: (index: number) => Promise<void>;
}

export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { programFolder, botCount, faults, slowClock } = options;
  const sinceMs = Date.now();
  const logCounts = createLogCounts();
  const connector = await startConnector();
  const graph = await startCountingServer(cloud(faults));
  const tables = await startCountingServer(azurite());
  const spec = toAzuriteSpec(tables.url);
  const store = openStore(spec);
  const bots: Cluster["bots"] = Array.from({ length: botCount });
  await Promise.all(bots.map((_bot, index) => restart(index)));
  return {
    graph,
    azurite: tables,
    connector,
    store,
    logCounts,
    bots,
    kill,
    restart,
    async [Symbol.asyncDispose]() {
      await Promise.all(bots.map((_bot, index) => kill(index)));
      await store.close();
      await graph[Symbol.asyncDispose]();
      await tables[Symbol.asyncDispose]();
      await connector.stop();
    },
  };

  async function kill(index: number): Promise<void> {
    const bot = bots[index];
    bots[index] = undefined;
    await bot?.[Symbol.asyncDispose]();
  }

  async function restart(index: number): Promise<void> {
    const program = rendezvousDemo(programFolder, { graphUrl: graph.url, store: spec });
    const behindMs = index === 0 ? slowClock?.firstIsBehindMs : 0;
    const clocked = slowClock ? withSlowClock(program, sinceMs, behindMs) : program;
    bots[index] = await startServer(clocked, logCounts.add);
  }
}
