import { openAzureTable } from "../../src/storage/azure-table-store";
import { createTableStore } from "../../src/storage/table-store";
import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import { MEETING_LEASE_MS } from "../../src/meetings/record/meeting-lease";
import { ada, bo, message } from "../support/activities";
import { toAzuriteSpec } from "../support/azurite";
import { buttonOf, cardOf, textOf } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { createTestClock, type TestClock } from "../support/clock";
import { startApp, type TestApp } from "../support/start-app";
import { startTableProxy, type TableFault, type TableProxy } from "../support/table-proxy";
import { useAzurite } from "../support/use-azurite";

const azurite = useAzurite();

const ATTEMPT_MS = 600;

let proxy: TableProxy;
/** A multiple of the store's deadlines, because the duration of a call depends on the machine. */
let storeClock: TestClock;
let store: MeetingStore;
let app: TestApp;

beforeEach(async () => {
  proxy = await startTableProxy(azurite.url());
  storeClock = createTestClock();
  const times = { attemptMs: ATTEMPT_MS, ...storeClock, sleepBeforeRetry: async () => {} };
  const tableName = azurite.nextTable();
  store = createTableStore(openAzureTable(toAzuriteSpec(proxy.url), { tableName, ...times }));
  await store.records.list({ tenantId: "any", threadId: "any" }); // creates the table
  proxy.requests.length = 0;
  app = await startApp({ store });
});
afterEach(async () => {
  await app.stop();
  await store.close();
  await proxy.stop();
});

const OUTAGES: [title: string, fault: TableFault][] = [
  ["takes requests and never answers", { kind: "hang" }],
  ["refuses connections", { kind: "refuse" }],
  ["says that it is busy", { kind: "answer", status: 503, code: "ServerBusy" }],
  ["ends its answers in their midst", { kind: "cut" }],
];

function joinLinkOf(sent: SentActivity | undefined): string | undefined {
  const button = buttonOf(cardOf(sent), "Join");
  return "url" in button ? button.url : undefined;
}

describe.each(OUTAGES)("when the store %s", (_, fault) => {
  test("tells the user, creates nothing, and creates the meeting on the next request", async () => {
    proxy.injectFault(fault);
    const { answer, sent, graphRequests } = await proxy.runWithTime(
      () => app.turn(message("meet", { from: ada })),
      storeClock,
      ATTEMPT_MS,
    );
    expect(answer.status).toBe(200);
    expect(sent.map((one) => textOf(cardOf(one)))).toEqual([
      expect.stringContaining("couldn’t reach its storage. Try again"),
    ]);
    expect(graphRequests).toEqual([]);
    expect(app.log).toContainEqual(
      expect.objectContaining({ code: "store_unavailable", reason: expect.any(String) }),
    );

    proxy.clearFault();
    const again = await app.turn(message("meet", { from: bo }));
    expect(app.cloud.meetings()).toHaveLength(1);
    expect(joinLinkOf(again.sent[0])).toBe(app.cloud.meetings()[0]?.joinWebUrl);
  });
});

/** The first `meet` reads, claims, reads, takes the lease, writes the meeting, and stores its follow-up. */
describe.each([
  ["refuses connections", { kind: "refuse" }],
  ["executes requests, but cuts its responses off", { kind: "cut" }],
] satisfies typeof OUTAGES)("when the store %s", (_, fault: TableFault) => {
  test.each([1, 2, 3, 4, 5, 6])(
    "from its request %d on: leaves nothing half done, and the next request gets the only meeting",
    async (healthyCount) => {
      let count = 0;
      const isLater = () => (count += 1) > healthyCount;
      proxy.injectFault(fault, { only: isLater });
      const { sent } = await app.turn(message("meet", { from: ada }));
      expect(sent).toHaveLength(1);

      proxy.clearFault();
      // A process that fails while it holds the lease delays others only until the lease expires.
      await app.clock.advance(MEETING_LEASE_MS);
      const again = await app.turn(message("meet", { from: bo }));
      expect(app.cloud.meetings()).toHaveLength(1);
      const { joinWebUrl } = app.cloud.meetings()[0]!;
      expect(joinLinkOf(again.sent[0])).toBe(joinWebUrl);
      const text = textOf(cardOf(sent[0]));
      const outcome = text.includes("couldn’t reach its storage")
        ? "an error"
        : joinLinkOf(sent[0]);
      expect(["an error", joinWebUrl]).toContain(outcome);
    },
  );
});
