import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareServers, valuesOf } from "../compare-servers";
import {
  cloud,
  peer,
  rendezvousDemo,
  rendezvousStart,
  withSignedTokens,
} from "../processes/programs";
import { startServer } from "../processes/server";
import type { Bench, Check, Measure, Row } from "../row";
import { pairedRatio } from "../statistics";
import { makeMeetings } from "../traffic/made-meetings";
import { refreshesOf, toRefreshTraffic } from "../traffic/refreshes";
import { SERVICE_URL, signTokens } from "../traffic/signed-tokens";

const MEETINGS = 40;

export const refresh: Row = {
  name: "refresh",
  title: "Refresh inside the freshness window, authentication off",
  async run(bench) {
    await using graph = await startServer(cloud());
    const store = `lmdb:${bench.createFolder()}`;
    await using ours = await startServer(
      rendezvousDemo(bench.programFolder, { graphUrl: graph.url, store }),
    );
    const meetings = await makeMeetings(ours.url, MEETINGS);
    const activities = refreshesOf(meetings, "http://127.0.0.1:9/");
    const { reply, traffic } = await toRefreshTraffic(ours.url, activities);
    const replyFile = writeReply(bench, reply);
    await using botbuilder = await startServer(peer("botbuilder", replyFile));
    await using agents = await startServer(peer("agents-hosting", replyFile));
    await using plain = await startServer(peer("node-http", replyFile));
    const measures = await compareServers(
      bench,
      [ours, botbuilder, agents, plain].map((server) => ({ server, traffic })),
    );
    return {
      measures,
      checks: [
        ...compare(measures, "botbuilder", 2.5),
        ...compare(measures, "agents-hosting", 1.5),
      ],
      notes: [`A card has ${reply.length} characters.`],
    };
  },
};

export const signedRefresh: Row = {
  name: "signed-refresh",
  title: "Refresh inside the freshness window, with signed tokens",
  async run(bench) {
    const store = `lmdb:${bench.createFolder()}`;
    const meetings = await makeStoredMeetings(bench, store);
    await using ours = await startServer(rendezvousStart(bench.programFolder, store));
    const tokens = signTokens();
    const activities = refreshesOf(meetings, SERVICE_URL);
    const { reply, traffic } = await toRefreshTraffic(ours.url, activities, tokens);
    const replyFile = writeReply(bench, reply);
    await using botbuilder = await startServer(withSignedTokens(peer("botbuilder", replyFile)));
    const measures = await compareServers(
      bench,
      [ours, botbuilder].map((server) => ({ server, traffic })),
    );
    return { measures, checks: compare(measures, "botbuilder", 2.5), notes: [] };
  },
};

/** Makes meetings in the demo, whose store and tokens `npm start` can read. */
export async function makeStoredMeetings({ programFolder }: Bench, store: string) {
  await using graph = await startServer(cloud());
  await using demo = await startServer(
    rendezvousDemo(programFolder, { graphUrl: graph.url, store }),
  );
  return await makeMeetings(demo.url, MEETINGS);
}

export function writeReply(bench: Bench, reply: string): string {
  const file = join(bench.createFolder(), "reply.json");
  writeFileSync(file, reply);
  return file;
}

function compare(measures: readonly Measure[], server: string, atLeast: number): Check[] {
  const ratio = (figure: string) =>
    pairedRatio(valuesOf(measures, "rendezvous", figure), valuesOf(measures, server, figure));
  return [
    {
      what: `requests/s ÷ ${server}`,
      value: ratio("requests/s"),
      must: "at least",
      target: atLeast,
    },
    { what: `p99 ÷ ${server}`, value: ratio("p99 ms"), must: "at most", target: 1 },
  ];
}
