import { compareServers, CONNECTIONS, valuesOf, type Traffic } from "../compare-servers";
import { connector, graphAtOnce, peer, rendezvousDemo } from "../processes/programs";
import { startCountingServer, startServer, type CountingServer } from "../processes/server";
import type { TrafficCounts } from "../processes/traffic-counts";
import type { Bench, Check, Row } from "../row";
import { settle } from "../settle";
import { pairedRatio } from "../statistics";
import { firstMeets, meetsAgain } from "../traffic/commands";
import { makeMeetings } from "../traffic/made-meetings";

const MEETINGS = 200;
const COUNTED_COMMANDS = 500;

export const meet: Row = {
  name: "meet",
  title: "@Rendezvous meet where there is a meeting, next to botbuilder's echo of a message",
  async run(bench) {
    const { measures, checks } = await measureCommands(bench, async (url, serviceUrl) => {
      const meetings = await makeMeetings(url, MEETINGS);
      return meetsAgain(
        meetings.map(({ conversation }) => conversation),
        serviceUrl,
      );
    });
    const of = (server: string) => valuesOf(measures, server, "requests/s");
    const speed: Check = {
      what: "requests/s ÷ botbuilder",
      value: pairedRatio(of("rendezvous"), of("botbuilder")),
      must: "at least",
      target: 1,
    };
    return { measures, checks: [speed, ...checks], notes: [] };
  },
};

async function toFirstMeets(_url: string, serviceUrl: string): Promise<string[][]> {
  return firstMeets(serviceUrl);
}

/** Its speed has no target: it waits for the disk several times, and botbuilder's echo never. */
export const firstMeet: Row = {
  name: "first-meet",
  title: "@Rendezvous meet in a channel without a meeting",
  async run(bench) {
    return { ...(await measureCommands(bench, toFirstMeets)), notes: [] };
  },
};

async function measureCommands(
  bench: Bench,
  toBodies: (url: string, serviceUrl: string) => Promise<string[][]>,
) {
  await using graph = await startCountingServer(graphAtOnce());
  await using teams = await startCountingServer(connector());
  const store = `lmdb:${bench.createFolder()}`;
  await using ours = await startServer(
    rendezvousDemo(bench.programFolder, { graphUrl: graph.url, store }),
  );
  await using botbuilder = await startServer(peer("botbuilder"));
  const traffic: Traffic = {
    bodies: await toBodies(ours.url, `${teams.url}/`),
    tokens: [],
    minBytes: 0,
  };
  const measures = await compareServers(
    bench,
    [ours, botbuilder].map((server) => ({ server, traffic })),
  );
  const counted = await countCommands(bench, { url: ours.url, traffic }, { graph, teams });
  return {
    measures,
    checks: [...checkCounts("Graph", counted.graph), ...checkCounts("Connector", counted.teams)],
  };
}

/** What one command causes, on average. */
async function countCommands(
  { load }: Bench,
  { url, traffic }: { url: string; traffic: Traffic },
  { graph, teams }: { graph: CountingServer; teams: CountingServer },
): Promise<{ graph: TrafficCounts; teams: TrafficCounts }> {
  await settle();
  await graph.takeCounts();
  await teams.takeCounts();
  const limit = { requests: COUNTED_COMMANDS };
  await load.run({ ...traffic, url, connections: CONNECTIONS, limit });
  await settle();
  return { graph: await graph.takeCounts(), teams: await teams.takeCounts() };
}

function checkCounts(server: string, { requests, connections }: TrafficCounts): Check[] {
  return [
    {
      what: `requests to ${server} per command`,
      value: requests / COUNTED_COMMANDS,
      must: "exactly",
      target: 1,
    },
    {
      what: `connections to ${server} for ${COUNTED_COMMANDS} commands`,
      value: connections,
      must: "at most",
      // Some idle ones are closed, and replaced.
      target: 2 * CONNECTIONS,
    },
  ];
}
