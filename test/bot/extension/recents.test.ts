import { createMemoryStore } from "../../../src/storage/memory-store";
import { openLmdbStore } from "../../../src/storage/lmdb-store";
import { useTemporaryFolder } from "../../storage/temporary-folder";
import {
  ada,
  BOT,
  bo,
  design,
  event,
  groupChat,
  message,
  personalChat,
  TENANT,
} from "../../support/activities";
import { press } from "../../support/press";
import { startApp, type TestApp } from "../../support/start-app";
import { search } from "./searching";

const DAY_MS = 86_400_000;
const RETENTION_MS = 30 * DAY_MS;
const nextFolder = useTemporaryFolder();

let apps: TestApp[] = [];
afterEach(async () => {
  for (const app of apps) await app.stop();
  apps = [];
});

async function start(options: Parameters<typeof startApp>[0] = {}): Promise<TestApp> {
  const app = await startApp(options);
  apps.push(app);
  return app;
}

const recentsIn = async (app: TestApp, from = ada) =>
  (await search(app, undefined, { from, in: personalChat })).titles;

describe("what somebody asked for", () => {
  it("is known after a restart, and to other processes over the same store", async () => {
    const path = nextFolder();
    const [one, other] = [openLmdbStore(path), openLmdbStore(path)];
    const first = await start({ store: one });
    await first.turn(message("meet Lunch", { in: groupChat }));
    expect(await recentsIn(await start({ store: other }))).toEqual(["Lunch"]);
    await one.close();
    await other.close();

    const after = openLmdbStore(path);
    expect(await recentsIn(await start({ store: after }))).toEqual(["Lunch"]);
    await after.close();
  });

  it("is written once an hour, whatever is asked how often, and not by who looks", async () => {
    const store = createMemoryStore();
    let writes = 0;
    const keepRecent: typeof store.keepRecent = (recent) => {
      writes += 1;
      return store.keepRecent(recent);
    };
    const app = await start({ store: { ...store, keepRecent } });
    const { sent } = await app.turn(message("meet Lunch"));
    await app.turn(message("meet"));
    await app.turn(press(sent[0], "Refresh", { from: bo }));
    await app.turn(message("rooms", { from: bo }));
    await search(app);
    expect(writes).toBe(1);
    await app.clock.advance(60 * 60_000);
    await app.turn(message("meet"));
    expect(writes).toBe(2);
  });

  it("is answered though it cannot be written down", async () => {
    const full = new Error("disk full");
    const app = await start({
      store: { ...createMemoryStore(), keepRecent: () => Promise.reject(full) },
    });
    const { sent } = await app.turn(message("meet Lunch"));
    expect(sent).toHaveLength(1);
    expect(app.log).toContainEqual(
      expect.objectContaining({ msg: "work in the background failed" }),
    );
  });

  it("is not what Graph would not make", async () => {
    const app = await start();
    app.cloud.addFault({ match: "createOrGet", status: 403, body: {} });
    await app.turn(message("meet Lunch", { in: groupChat }));
    expect(await app.store.listRecents({ tenantId: TENANT, aadId: ada.aadId })).toEqual([]);
  });

  it("is forgotten by everybody with its conversation", async () => {
    const app = await start();
    for (const from of [ada, bo]) await app.turn(message("meet Lunch", { in: groupChat, from }));
    await app.turn(message("meet Retro", { in: design }));
    await app.store.eraseConversation({ tenantId: TENANT, threadId: groupChat.threadId });
    await app.turn(message("meet Another lunch", { in: groupChat, from: bo }));
    expect(await recentsIn(app)).toEqual(["Retro"]);
    expect(await recentsIn(app, bo)).toEqual(["Another lunch"]);
  });

  it("is forgotten a while after the bot was removed from there, with the meeting", async () => {
    const app = await start();
    await app.turn(message("meet Lunch", { in: groupChat }));
    await app.turn(event({ type: "conversationUpdate", membersRemoved: [BOT] }, { in: groupChat }));
    await app.clock.advance(RETENTION_MS - DAY_MS);
    await app.turn(message("meet Retro", { in: design }));
    await app.clock.advance(DAY_MS);
    expect(await app.forgetLeft()).toBe(1);
    const left = await app.store.listRecents({ tenantId: TENANT, aadId: ada.aadId });
    expect(left).toMatchObject([{ recent: { key: { threadId: design.threadId } } }]);
  });

  it("is forgotten when nobody repeats it for the retention, and the meeting is not", async () => {
    const app = await start();
    await app.turn(message("meet Lunch", { in: groupChat }));
    await app.clock.advance(RETENTION_MS);
    expect(await recentsIn(app)).toEqual(["Lunch"]);
    expect(await app.forgetLeft()).toBe(0);
    expect(await recentsIn(app)).toEqual([]);
    expect((await search(app, undefined, { in: groupChat })).titles).toEqual(["Lunch"]);
  });
});
