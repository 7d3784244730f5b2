import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PREPARING_AFTER_MS } from "../../bot/delivery/answerer";
import type { GraphRequest, LocalMeeting, LocalSettings } from "../../src/local/local-cloud";
import { DEFAULT_ROOM } from "../../src/request/room-name";
import { openStore } from "../../src/storage/open-store";
import {
  ada,
  bo,
  execute,
  general,
  message,
  people,
  TENANT,
  type TestConversation,
} from "../support/activities";
import { buttonOf, cardOf, textOf } from "../support/cards";
import { startConnector, type SentActivity, type TestConnector } from "../support/connector";
import { SLOW_CLOCK } from "../support/run-program";
import { startDemo, type RunningDemo } from "../support/start-demo";

let folder: string;
let connector: TestConnector;
let demos: RunningDemo[];
let graphUrl: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rendezvous-test-"));
  connector = await startConnector();
  demos = [await startOne(["--graph-port", "0"])];
  graphUrl = demos[0]!.graphUrl;
  const others = [1, 2].map(() => startOne(["--graph-url", graphUrl]));
  demos.push(...(await Promise.all(others)));
});
afterAll(async () => {
  await Promise.all(demos.map((demo) => demo.kill()));
  await connector.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Killed demos leave temporary folders behind, so these are inside the test's folder. */
function startOne(graph: string[], env: Record<string, string> = {}): Promise<RunningDemo> {
  const store = `lmdb:${join(folder, "records")}`;
  const options = ["--no-playground", "--port", "0", "--store", store, ...graph];
  return startDemo(options, { TMPDIR: folder, ...SLOW_CLOCK, ...env });
}

async function ask<T>(path: string): Promise<T> {
  return (await (await fetch(graphUrl + path)).json()) as T;
}

async function send(method: "PATCH" | "POST" | "DELETE", path: string, body?: object) {
  const response = await fetch(graphUrl + path, { method, body: JSON.stringify(body ?? {}) });
  expect(response.ok).toBe(true);
}

let channelCount = 0;

/** A new channel without messages. */
function openChannel(): TestConversation {
  channelCount += 1;
  const threadId = `19:${channelCount.toString(16).padStart(32, "0")}@thread.tacv2`;
  return { type: "channel", threadId, tenantId: TENANT };
}

function post(demo: RunningDemo | undefined, activity: object): Promise<Response> {
  return fetch(`${demo?.botUrl}/api/messages`, {
    method: "POST",
    body: JSON.stringify({ ...activity, serviceUrl: connector.url }),
  });
}

function isCard({ activity }: SentActivity): boolean {
  return activity.type === "message";
}

function joinLinkOf(sent: SentActivity): string {
  const button = buttonOf(cardOf(sent), "Join");
  return "url" in button ? button.url : "";
}

/** The meetings and calls of one channel. All channels share this Graph. */
async function graphOf({ threadId }: TestConversation) {
  const meetings = await ask<LocalMeeting[]>("/_local/meetings");
  const requests = await ask<GraphRequest[]>("/_local/requests");
  return {
    meetings: meetings.filter((meeting) => meeting.chatInfo?.threadId === threadId),
    requests: requests.filter((request) => JSON.stringify(request.body).includes(threadId)),
  };
}

describe("60 people who ask three processes at once, in a channel without a meeting", () => {
  test.each<Partial<LocalSettings>>([
    { racingCreates: "one", appliesSecondCall: false },
    { racingCreates: "one", appliesSecondCall: true },
    { racingCreates: "two", appliesSecondCall: false },
    { racingCreates: "two", appliesSecondCall: true },
  ])("get one meeting with one organizer, no matter what Graph does: %j", async (settings) => {
    await send("PATCH", "/_local/settings", settings);
    const place = openChannel();
    const sentBefore = connector.sent.length;
    const answers = await Promise.all(
      people(60).map((from, index) =>
        post(demos[index % demos.length], message(`meet ${from.name}`, { from, in: place })),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));

    const { meetings, requests } = await graphOf(place);
    expect(meetings.map(({ id }) => id)).toHaveLength(1);
    const cards = connector.sent.slice(sentBefore).filter(isCard);
    expect(cards).toHaveLength(60);
    expect(new Set(cards.map(joinLinkOf))).toEqual(new Set([meetings[0]?.joinWebUrl]));
    // Each asked for a different name: the first one's is used, and the others are asked about theirs.
    const texts = cards.map((card) => textOf(cardOf(card)));
    const hosted = texts.filter((text) => text.includes(" (host)"));
    expect(hosted.map((text) => /^.* \(host\)$/m.exec(text)?.[0])).toEqual([
      `${meetings[0]?.subject} (host)`,
    ]);
    expect(texts.filter((text) => text.includes("Requested"))).toHaveLength(texts.length - 1);

    const organizers = requests.map(({ path }) => /\/users\/([^/]+)\//.exec(path)?.[1]);
    expect(new Set(organizers)).toEqual(new Set([meetings[0]?.userId]));
    expect(
      new Set(requests.map(({ body }) => (body as { externalId: string }).externalId)).size,
    ).toBe(1);
    expect(requests.filter(({ status }) => status === 201)).toHaveLength(1);
  });
});

test("1,000 people who refresh one card at once cause one call to Graph at most", async () => {
  const place = openChannel();
  const sentBefore = connector.sent.length;
  await post(demos[0], message("meet Sprint review", { in: place }));
  const card = connector.sent.slice(sentBefore).find(isCard);
  const { data } = buttonOf(cardOf(card), "Refresh") as unknown as { data: object };
  await send("DELETE", "/_local/requests");

  const answers = await Promise.all(
    people(1000).map(async (from) => {
      const response = await post(demos[0], execute("refresh", data, { from, in: place }));
      return JSON.stringify(await response.json());
    }),
  );
  const link = card && joinLinkOf(card);
  expect(answers.filter((answer) => !link || !answer.includes(link))).toEqual([]);
  expect((await ask<GraphRequest[]>("/_local/requests")).length).toBeLessThanOrEqual(1);
});

// The last test, because it kills a process. test/meetings/record/meeting-lease.test.ts shows, with a test clock, that
// another process completes the claim when the lease expires.
test("a process that dies while Graph creates the meeting leaves a claim that others wait for", async () => {
  const place = openChannel();
  const dying = demos[1];
  await send("POST", "/_local/faults", { match: "createOrGet", delayMs: 3_600_000 });
  const cut = post(dying, message("meet", { from: ada, in: place })).catch(() => "cut");
  while ((await graphOf(place)).requests.length === 0);
  await dying?.kill();
  expect(await cut).toBe("cut");

  const store = openStore(`lmdb:${join(folder, "records")}`);
  const key = { tenantId: general.tenantId, threadId: place.threadId, room: DEFAULT_ROOM };
  const stored = (await store.records.get(key))!;
  expect(stored.record).toMatchObject({
    state: "claimed",
    organizer: { aadId: ada.aadId },
    lease: { holder: expect.any(String) },
  });
  await store.close();

  const env = { EARLY_TIMER_MS: String(PREPARING_AFTER_MS) };
  const surviving = await startOne(["--graph-url", graphUrl], env);
  demos.push(surviving);
  // The process that died repeats a request whose idle connection was just closed.
  const { requests: requestsOfDying } = await graphOf(place);
  const sentBefore = connector.sent.length;
  const answer = await post(surviving, message("meet", { from: bo, in: place }));
  expect(answer.status).toBe(200);
  const card = connector.sent.slice(sentBefore).find(isCard);
  expect(textOf(cardOf(card))).toContain("Working on it");
  expect((await graphOf(place)).requests).toEqual(requestsOfDying);
});
