import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { listen, type RunningServer } from "../../src/listen";
import { isLive, type MeetingStore } from "../../src/meetings/ports/meeting-store";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { openStore } from "../../src/storage/open-store";
import { live } from "../contracts/records";
import { useTemporaryFolder } from "../storage/temporary-folder";
import { toConnectionString } from "../support/azurite";
import { SLOW_CLOCK } from "../support/run-program";
import { useAzurite } from "../support/use-azurite";

const nextFolder = useTemporaryFolder();
const azurite = useAzurite();

const MEETINGS = 90;
const STARTS_AT = "2026-03-02T09:15:00.000Z";
const DUE_AT = "2026-03-02T09:10:00.000Z";
const LEASES_OVER = "2026-03-02T09:10:30.000Z";
/** Some of them are on their way when a process is killed. */
const KILL_AFTER = 25;

/** Teams, which answers no message until a process was killed. */
interface Teams {
  url: string;
  /** The conversation of each message. */
  posted: string[];
  /** Resolves when it has received so many. */
  received(count: number): Promise<void>;
  answerAll(): void;
  stop: RunningServer["stop"];
}

let stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.toReversed()) await stop();
  stops = [];
});

async function startTeams(): Promise<Teams> {
  const posted: string[] = [];
  const waiting: (() => void)[] = [];
  const watchers: { count: number; seen: () => void }[] = [];
  let isAnswering = false;
  const server = await listen(
    (request, response) => {
      posted.push(decodeURIComponent(request.url?.split("/")[3] ?? ""));
      const answer = () => {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ id: `sent-${posted.length}` }));
      };
      if (isAnswering) answer();
      else waiting.push(answer);
      for (const { count, seen } of watchers) if (posted.length >= count) seen();
    },
    { host: "127.0.0.1", port: 0 },
  );
  const teams: Teams = {
    url: `${server.url}/`,
    posted,
    received: (count) => new Promise((seen) => watchers.push({ count, seen })),
    answerAll() {
      isAnswering = true;
      for (const answer of waiting) answer();
    },
    stop: server.stop,
  };
  stops.push(() => teams.stop(0));
  return teams;
}

async function startProcess(store: string): Promise<ChildProcess> {
  const env = { ...process.env, ...SLOW_CLOCK };
  const child = fork(require.resolve("./reminder-child.cjs"), [store], { env });
  stops.push(() => child.kill("SIGKILL"));
  await once(child, "message");
  return child;
}

/** Resolves when the process has done everything that was due by then. */
async function runAt(child: ChildProcess, at: string): Promise<void> {
  const done = once(child, "message");
  child.send(at);
  await done;
}

async function planReminders(store: MeetingStore, serviceUrl: string): Promise<void> {
  for (let index = 0; index < MEETINGS; index += 1) {
    const threadId = `19:${index}@thread.tacv2`;
    const key = { ...live().key, threadId };
    const place = { conversationId: threadId, activityId: "1", serviceUrl };
    const meeting = {
      ...live().meeting,
      startsAt: STARTS_AT,
      endsAt: "2026-03-02T09:30:00.000Z",
    };
    const cards = [{ ...place, locale: "en", timeZone: "UTC", refreshUserIds: [] }];
    await store.records.insert(live({ key, meeting, isTimeGiven: true, cards }));
    await store.due.insert({ work: "reminder", key, id: STARTS_AT, dueAt: DUE_AT });
  }
}

async function listRecords(store: MeetingStore): Promise<LiveRecord[]> {
  const records: LiveRecord[] = [];
  for await (const row of store.scan()) {
    if (row.kind === "due") throw new Error("a reminder is still due");
    if (row.kind === "record" && isLive(row.stored)) records.push(row.stored.record);
  }
  return records;
}

test.each([
  ["LMDB", () => `lmdb:${nextFolder()}`],
  ["Azurite", () => `azure-table:${toConnectionString(azurite.url())}`],
])(
  "over %s, three processes send each reminder once, though one of them is killed",
  async (_, toSpec) => {
    const teams = await startTeams();
    const spec = toSpec();
    const store = openStore(spec);
    stops.push(() => store.close());
    await planReminders(store, teams.url);
    const [killed, ...others] = await Promise.all([1, 2, 3].map(() => startProcess(spec)));

    const hasBegun = teams.received(1);
    const isBusy = teams.received(KILL_AFTER);
    killed!.send(DUE_AT);
    await hasBegun;
    const running = others.map((child) => runAt(child, DUE_AT));
    await isBusy;
    killed!.kill("SIGKILL");
    await once(killed!, "exit");
    teams.answerAll();
    await Promise.all(running);
    for (const child of others) await runAt(child, LEASES_OVER);

    expect(new Set(teams.posted).size).toBe(teams.posted.length);
    const records = await listRecords(store);
    expect(records).toHaveLength(MEETINGS);
    const isPosted = ({ key }: LiveRecord) => teams.posted.includes(`${key.threadId};messageid=1`);
    const missed = records.filter((record) => !isPosted(record));
    // Only what the killed process was about to send: no one can know whether it did.
    expect(missed.length).toBeLessThanOrEqual(2);
    expect(missed.every((record) => record.remindedOf && !record.postedReminder)).toBe(true);
    const unanswered = records.filter((record) => isPosted(record) && !record.postedReminder);
    expect(unanswered.length).toBeGreaterThan(0);
    expect(unanswered.every(({ remindedOf }) => remindedOf !== undefined)).toBe(true);
  },
);
