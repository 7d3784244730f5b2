import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LocalMeeting } from "../../src/local/local-cloud";
import { general, message, people } from "../support/activities";
import { startAzurite, toConnectionString, type Azurite } from "../support/azurite";
import { buttonOf, cardOf } from "../support/cards";
import { startConnector, type SentActivity, type TestConnector } from "../support/connector";
import { SLOW_CLOCK } from "../support/run-program";
import { startDemo, type RunningDemo } from "../support/start-demo";

let azurite: Azurite;
let connector: TestConnector;
let demos: RunningDemo[];
let folder: string;

beforeAll(async () => {
  azurite = await startAzurite();
  connector = await startConnector();
  folder = await mkdtemp(join(tmpdir(), "rendezvous-test-"));
  const env = { TMPDIR: folder, ...SLOW_CLOCK };
  const store = `azure-table:${toConnectionString(azurite.url)}`;
  const common = ["--no-playground", "--port", "0", "--store", store];
  const first = await startDemo([...common, "--graph-port", "0"], env);
  const others = [1, 2].map(() => startDemo([...common, "--graph-url", first.graphUrl], env));
  demos = [first, ...(await Promise.all(others))];
});
afterAll(async () => {
  await Promise.all(demos.map((demo) => demo.kill()));
  await connector.stop();
  await azurite.stop();
  await rm(folder, { recursive: true, force: true });
});

function joinLinkOf(sent: SentActivity): string {
  const button = buttonOf(cardOf(sent), "Join");
  return "url" in button ? button.url : "";
}

// The worst case: two overlapping first calls create two meetings.
test("30 people who ask three machines at once get one meeting with one link, and no errors", async () => {
  const graphUrl = demos[0]!.graphUrl;
  const worst = JSON.stringify({ racingCreates: "two", appliesSecondCall: true });
  await fetch(`${graphUrl}/_local/settings`, { method: "PATCH", body: worst });

  const answers = await Promise.all(
    people(30).map((from, index) =>
      fetch(`${demos[index % demos.length]!.botUrl}/api/messages`, {
        method: "POST",
        body: JSON.stringify({ ...message("meet", { from }), serviceUrl: connector.url }),
      }),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));

  const response = await fetch(`${graphUrl}/_local/meetings`);
  const meetings = (await response.json()) as LocalMeeting[];
  expect(meetings.map(({ chatInfo }) => chatInfo?.threadId)).toEqual([general.threadId]);
  const cards = connector.sent.filter(({ activity }) => activity.type === "message");
  expect(cards).toHaveLength(30);
  expect(new Set(cards.map(joinLinkOf))).toEqual(new Set([meetings[0]?.joinWebUrl]));
});
