import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../src/storage/open-store";
import { groupChat, message } from "../support/activities";
import { startConnector, type TestConnector } from "../support/connector";
import { SLOW_CLOCK } from "../support/run-program";
import { startDemo, type RunningDemo } from "../support/start-demo";

let folder: string;
let connector: TestConnector;
let demos: RunningDemo[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rendezvous-test-"));
  connector = await startConnector();
  const first = await startOne(["--graph-port", "0"]);
  demos = [first, await startOne(["--graph-url", first.graphUrl])];
});
afterAll(async () => {
  await Promise.all(demos.map((demo) => demo.kill()));
  await connector.stop();
  await rm(folder, { recursive: true, force: true });
});

const storeName = () => `lmdb:${join(folder, "records")}`;

function startOne(graph: string[]): Promise<RunningDemo> {
  const options = ["--no-playground", "--port", "0", "--store", storeName(), ...graph];
  return startDemo(options, { TMPDIR: folder, ...SLOW_CLOCK });
}

function post(demo: RunningDemo | undefined, activity: object): Promise<Response> {
  return fetch(`${demo?.botUrl}/api/messages`, {
    method: "POST",
    body: JSON.stringify({ ...activity, serviceUrl: connector.url }),
  });
}

const countCards = () =>
  connector.sent.filter(({ activity }) => activity.type === "message").length;

test("20 messages that Teams delivers to two processes, twice to each, get 20 answers", async () => {
  const messages = Array.from({ length: 20 }, () => message("meet"));
  const answers = await Promise.all(
    messages.flatMap((typed) => [...demos, ...demos].map((demo) => post(demo, typed))),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(countCards()).toBe(20);
});

// The last test, because it kills a process.
test("a message is answered by another process when the first one died before it answered", async () => {
  const { threadId, tenantId } = groupChat;
  const typed = message("help", { id: "1759881599999", in: groupChat });
  const before = { cards: countCards(), posts: connector.attempts.POST };
  connector.fail("POST", "silence", 1);
  const cut = post(demos[1], typed).catch(() => "cut");
  while (connector.attempts.POST === before.posts) await new Promise(setImmediate);
  await demos[1]?.kill();
  expect(await cut).toBe("cut");

  const store = openStore(storeName());
  const stored = (await store.answeredMessages.get({ id: "1759881599999", threadId, tenantId }))!;
  expect(stored.record.isAnswered).toBe(false);
  // As if 15 s had passed, which the processes' clock takes half an hour for.
  const expiresAt = "2020-01-01T00:00:00.000Z";
  await store.answeredMessages.replace(stored, { ...stored.record, expiresAt });
  await store.close();

  expect((await post(demos[0], typed)).status).toBe(200);
  expect((await post(demos[0], typed)).status).toBe(200);
  expect(countCards()).toBe(before.cards + 1);
});
