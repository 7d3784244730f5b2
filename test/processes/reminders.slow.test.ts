import { isLive, type MeetingStore } from "../../src/meetings/ports/meeting-store";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { openStore } from "../../src/storage/open-store";
import { live } from "../contracts/records";
import { useTemporaryFolder } from "../storage/temporary-folder";
import { startAppProcess } from "../support/app-process";
import { toConnectionString } from "../support/azurite";
import { startSilentTeams } from "../support/silent-teams";
import { useAzurite } from "../support/use-azurite";

const nextFolder = useTemporaryFolder();
const azurite = useAzurite();

const MEETINGS = 90;
const STARTS_AT = "2026-03-02T09:15:00.000Z";
const DUE_AT = "2026-03-02T09:10:00.000Z";
const LEASES_OVER = "2026-03-02T09:10:30.000Z";
/** Some of them are on their way when a process is killed. */
const KILL_AFTER = 25;

let stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.toReversed()) await stop();
  stops = [];
});

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
    const teams = await startSilentTeams();
    stops.push(teams.stop);
    const spec = toSpec();
    const store = openStore(spec);
    stops.push(() => store.close());
    await planReminders(store, teams.url);
    const [killed, ...others] = await Promise.all([1, 2, 3].map(() => startAppProcess(spec)));
    stops.push(killed!.kill, ...others.map(({ kill }) => kill));

    teams.hold();
    killed!.begin(DUE_AT);
    await teams.waitFor(1);
    const running = others.map((other) => other.runAt(DUE_AT));
    await teams.waitFor(KILL_AFTER);
    await killed!.kill();
    teams.answer();
    await Promise.all(running);
    for (const other of others) await other.runAt(LEASES_OVER);

    const posted = teams.received.map(({ conversation }) => conversation);
    expect(new Set(posted).size).toBe(posted.length);
    const records = await listRecords(store);
    expect(records).toHaveLength(MEETINGS);
    const isPosted = ({ key }: LiveRecord) => posted.includes(`${key.threadId};messageid=1`);
    const missed = records.filter((record) => !isPosted(record));
    // Only what the killed process was about to send: no one can know whether it did.
    expect(missed.length).toBeLessThanOrEqual(2);
    expect(missed.every((record) => record.remindedOf && !record.postedReminder)).toBe(true);
    const unanswered = records.filter((record) => isPosted(record) && !record.postedReminder);
    expect(unanswered.length).toBeGreaterThan(0);
    expect(unanswered.every(({ remindedOf }) => remindedOf !== undefined)).toBe(true);
  },
);
