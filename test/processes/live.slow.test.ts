import { text } from "node:stream/consumers";
import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import { openStore } from "../../src/storage/open-store";
import { live } from "../contracts/records";
import { useTemporaryFolder } from "../storage/temporary-folder";
import { startLocalCloud, type LocalCloud } from "../../src/local/local-cloud";
import { listen } from "../../src/listen";
import { message } from "../support/activities";
import { CALL_EVENT_ROLES } from "../support/call-events";
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

/** Graph, which answers some requests only to processes that are killed before. */
interface SlowGraph {
  url: string;
  /** The next request with this method isn't answered. Resolves when Graph has done what it asks for. */
  holdNext(method: string): Promise<void>;
  stop(): Promise<void>;
}

async function startSlowGraph(cloud: LocalCloud): Promise<SlowGraph> {
  let held: { method: string; done: () => void } | undefined;
  const server = await listen(
    async (request, response) => {
      const { method = "GET", url = "", headers } = request;
      const { authorization = "", "content-type": contentType = "" } = headers;
      const body = method === "GET" || method === "DELETE" ? null : await text(request);
      const init = { method, body, headers: { authorization, "content-type": contentType } };
      const answer = await fetch(cloud.url + url, init);
      if (url.startsWith("/beta/subscriptions") && method === held?.method && answer.ok) {
        held.done();
        held = undefined;
        return;
      }
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(await answer.text());
    },
    { host: "127.0.0.1", port: 0 },
  );
  return {
    url: server.url,
    holdNext: (method) => new Promise((done) => (held = { method, done })),
    stop: () => server.stop(0),
  };
}

test("a subscription to calls is made and renewed by other processes if its own are killed, never twice", async () => {
  const teams = await startSilentTeams();
  stops.push(teams.stop);
  let now = at("09:00:00");
  const cloud = await startLocalCloud({
    now: () => new Date(now),
    settings: { appRoles: CALL_EVENT_ROLES, tenants: [key.tenantId] },
  });
  stops.push(() => cloud.close());
  const graph = await startSlowGraph(cloud);
  stops.push(graph.stop);
  const spec = `lmdb:${nextFolder()}`;
  const [first, second, third] = await Promise.all(
    [1, 2, 3].map(() => startAppProcess(spec, graph.url)),
  );
  stops.push(first!.kill, second!.kill, third!.kill);
  const runAt = (one: AppProcess, time: string) => one.runAt((now = at(time)));

  cloud.settings.notificationOrigin = first!.url;
  await runAt(first!, "09:00:00");
  const meet = async (one: AppProcess) => {
    await one.post({ ...message("meet", { in: CONVERSATION }), serviceUrl: teams.url });
    await one.drain();
  };
  await meet(first!);
  const isMade = graph.holdNext("POST");
  first!.begin((now = at("09:00:05")));
  await isMade;
  await first!.kill();
  cloud.settings.notificationOrigin = second!.url;
  await runAt(second!, "09:01:20");
  expect(cloud.subscriptions()).toHaveLength(1);
  const [made] = cloud.subscriptions();

  // Someone looks again, so it's to last longer.
  await runAt(second!, "10:30:00");
  await meet(second!);
  const isRenewed = graph.holdNext("PATCH");
  second!.begin((now = at("10:30:05")));
  await isRenewed;
  await second!.kill();
  cloud.settings.notificationOrigin = third!.url;
  await runAt(third!, "10:31:20");
  expect(cloud.subscriptions().map(({ id }) => id)).toEqual([made?.id]);

  const updatesBefore = teams.received.length;
  const joinWebUrl = cloud.meetings()[0]!.joinWebUrl;
  await cloud.changeCall({ joinWebUrl, start: true });
  await runAt(third!, "10:31:30");
  const shown = teams.received.slice(updatesBefore);
  expect(shown.some(({ body }) => body.includes("In progress"))).toBe(true);
});
