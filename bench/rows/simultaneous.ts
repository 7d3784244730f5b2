import { setTimeout as sleep } from "node:timers/promises";
import { POLICIES } from "../../src/resilience/policies";
import { cloud, rendezvousDemo } from "../processes/programs";
import { startCountingServer, startServer } from "../processes/server";
import type { TrafficCounts } from "../processes/traffic-counts";
import type { Bench, Row } from "../row";
import { makeMeetings } from "../traffic/made-meetings";
import { refreshesOf, toRefreshTraffic } from "../traffic/refreshes";

/** The demo's freshness window is 15 s. */
const PAST_WINDOW_MS = 16_000;
/** Long enough that calls overlap, as with the real Graph. */
const GRAPH_DELAY_MS = 200;
const REFRESHES = 1_000;

export const oneKey: Row = {
  name: "one-key",
  title: `${REFRESHES} simultaneous refreshes of one meeting, after the freshness window`,
  async run(bench) {
    const { requests } = await refreshAtOnce(bench, { meetingCount: 1, refreshes: REFRESHES });
    return {
      measures: [],
      checks: [{ what: "calls to Graph", value: requests, must: "exactly", target: 1 }],
      notes: [],
    };
  },
};

export const manyKeys: Row = {
  name: "many-keys",
  title: "Simultaneous refreshes of as many meetings, after the freshness window",
  async run(bench) {
    const meetings = bench.isQuick ? 200 : REFRESHES;
    const size = { meetingCount: meetings, refreshes: meetings };
    const { requests, mostAtOnce } = await refreshAtOnce(bench, size);
    return {
      measures: [],
      checks: [
        {
          what: `calls to Graph for ${meetings} meetings`,
          value: requests,
          must: "exactly",
          target: meetings,
        },
        {
          what: "calls to Graph at once",
          value: mostAtOnce,
          must: "at most",
          target: POLICIES.graph.width,
        },
      ],
      notes: [],
    };
  },
};

async function refreshAtOnce(
  bench: Bench,
  { meetingCount, refreshes }: { meetingCount: number; refreshes: number },
): Promise<TrafficCounts> {
  await using graph = await startCountingServer(cloud());
  const store = `lmdb:${bench.createFolder()}`;
  await using demo = await startServer(
    rendezvousDemo(bench.programFolder, { graphUrl: graph.url, store }),
  );
  const meetings = await makeMeetings(demo.url, meetingCount);
  const { traffic } = await toRefreshTraffic(
    demo.url,
    refreshesOf(meetings, "http://127.0.0.1:9/"),
  );
  await sleep(PAST_WINDOW_MS);
  const fault = { match: "/onlineMeetings", times: REFRESHES, delayMs: GRAPH_DELAY_MS };
  await fetch(`${graph.url}/_local/faults`, { method: "POST", body: JSON.stringify(fault) });
  await graph.takeCounts();
  const job = { ...traffic, url: demo.url, connections: refreshes, limit: { requests: refreshes } };
  const { failures } = await bench.load.run(job);
  if (failures > 0) throw new Error(`${failures} of ${refreshes} refreshes failed.`);
  return graph.takeCounts();
}
