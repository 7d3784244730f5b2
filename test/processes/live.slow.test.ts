import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import { openStore } from "../../src/storage/open-store";
import { live } from "../contracts/records";
import { useTemporaryFolder } from "../storage/temporary-folder";
import { startAppProcess, type AppProcess } from "../support/app-process";
import { callNews } from "../support/call-news";
import { startSilentTeams, type SilentTeams } from "../support/silent-teams";

const nextFolder = useTemporaryFolder();

const { key, meeting } = live();
const CONVERSATION = { ...key, type: "channel" as const };
const at = (time: string) => `2026-03-02T${time}.000Z`;

let stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.toReversed()) await stop();
  stops = [];
});

/** A meeting with a posted card, and two processes over one store. */
async function start(): Promise<{ teams: SilentTeams; one: AppProcess; other: AppProcess }> {
  const teams = await startSilentTeams();
  stops.push(teams.stop);
  const spec = `lmdb:${nextFolder()}`;
  const store = openStore(spec);
  stops.push(() => store.close());
  await insertMeeting(store, teams.url);
  const [one, other] = await Promise.all([startAppProcess(spec), startAppProcess(spec)]);
  stops.push(one.kill, other.kill);
  return { teams, one, other };
}

async function insertMeeting(store: MeetingStore, serviceUrl: string): Promise<void> {
  const place = { conversationId: key.threadId, activityId: "1", serviceUrl };
  const cards = [{ ...place, locale: "en", timeZone: "UTC", refreshUserIds: [] }];
  const { joinWebUrl } = meeting;
  await store.records.insert(live({ cards, indexedLink: joinWebUrl }));
  await store.joinLinks.insert({ joinWebUrl, key, generation: 1 });
}

const tell = (to: AppProcess, teams: SilentTeams, change: "Start" | "End", time: string) =>
  to.post({
    ...callNews(change, meeting.joinWebUrl, at(time), { in: CONVERSATION }),
    serviceUrl: teams.url,
  });

test("what waits to be shown is shown by another process if the one that noted it is killed", async () => {
  const { teams, one, other } = await start();
  await one.runAt(at("09:00:00"));
  await tell(one, teams, "Start", "09:00:00");
  await teams.waitFor(1);
  await one.runAt(at("09:00:10"));
  await tell(one, teams, "End", "09:00:10");
  await one.kill();
  await other.runAt(at("09:00:20"));
  expect(teams.received).toHaveLength(1);
  await other.runAt(at("09:00:31"));
  expect(teams.received.map(({ method }) => method)).toEqual(["PUT", "PUT"]);
  expect(teams.received[1]?.body).toContain("Ended");
  await other.runAt(at("09:01:10"));
  expect(teams.received).toHaveLength(2);
});

test("what a process was about to show is shown by another one if it's killed", async () => {
  const { teams, one, other } = await start();
  teams.hold();
  await one.runAt(at("09:00:00"));
  await tell(one, teams, "Start", "09:00:00");
  await teams.waitFor(1);
  await one.kill();
  teams.answer();
  await other.runAt(at("09:00:31"));
  await other.runAt(at("09:01:10"));
  expect(teams.received.map(({ method }) => method)).toEqual(["PUT", "PUT"]);
  expect(teams.received[1]?.body).toContain("In progress");
});
