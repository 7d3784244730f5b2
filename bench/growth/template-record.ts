import { MAX_POSTED_CARDS, type MeetingRecord } from "../../src/meetings/record/meeting-record";
import { openStore } from "../../src/storage/open-store";
import { cloud, connector, rendezvousDemo } from "../processes/programs";
import { startServer } from "../processes/server";
import type { Bench } from "../row";
import { meetsAgain } from "../traffic/commands";
import { makeMeetings } from "../traffic/made-meetings";

/** The record of a meeting that was made through the front door, and is shown on as many cards as a record keeps. */
export async function makeTemplateRecord(bench: Bench): Promise<MeetingRecord> {
  const spec = `lmdb:${bench.createFolder()}`;
  await useMeeting(bench, spec);
  const store = openStore(spec);
  let record: MeetingRecord | undefined;
  for await (const row of store.scan()) if (row.kind === "record") record = row.stored.record;
  await store.close();
  if (record?.cards?.length !== MAX_POSTED_CARDS) throw new Error("The record lacks cards.");
  return record;
}

async function useMeeting({ programFolder, load }: Bench, store: string): Promise<void> {
  await using graph = await startServer(cloud());
  await using teams = await startServer(connector());
  await using demo = await startServer(
    rendezvousDemo(programFolder, { graphUrl: graph.url, store }),
  );
  const [made] = await makeMeetings(demo.url, 1);
  const bodies = made ? meetsAgain([made.conversation], `${teams.url}/`) : [];
  const job = { url: demo.url, bodies, tokens: [], minBytes: 0, connections: 1 };
  await load.run({ ...job, limit: { requests: 2 * MAX_POSTED_CARDS } });
}
