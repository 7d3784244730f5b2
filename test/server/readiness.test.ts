import { createMemoryStore } from "../../src/storage/memory-store";
import { AppError } from "../../src/errors";
import { startAuthenticatedApp } from "../support/authenticated-app";
import { createPausableStore } from "../support/pausable-store";
import { startApp, type TestApp, type TestAppOptions } from "../support/start-app";

const KEPT_MS = 5_000;
const TIMEOUT_MS = 2_000;

let app: TestApp;
let stop: () => Promise<void>;
afterEach(() => stop());

async function start(options?: TestAppOptions): Promise<void> {
  app = await startApp(options);
  stop = () => app.stop();
}

async function readyz() {
  const response = await fetch(`${app.url}/readyz`);
  return [response.status, await response.json()] as const;
}

/** A store that fails while `isDown`, and counts its reads. */
function createFailingStore() {
  const store = createMemoryStore();
  const state = { isDown: false, reads: 0 };
  const records: typeof store.records = {
    ...store.records,
    async get(key) {
      state.reads += 1;
      if (state.isDown) throw new AppError("store_unavailable", { reason: "secret host" });
      return store.records.get(key);
    },
  };
  return { state, store: { ...store, records } };
}

test("is ready when the store and the token can be reached", async () => {
  const guarded = await startAuthenticatedApp();
  ({ app, stop } = guarded);
  expect(await readyz()).toEqual([200, { status: "ready" }]);
});

test("names the store when it fails, and recovers", async () => {
  const { state, store } = createFailingStore();
  await start({ store });
  state.isDown = true;
  expect(await readyz()).toEqual([503, { status: "unready", part: "store" }]);
  state.isDown = false;
  await app.clock.advance(KEPT_MS + 1);
  expect(await readyz()).toEqual([200, { status: "ready" }]);
});

test("names the token when Entra gives none", async () => {
  const guarded = await startAuthenticatedApp();
  ({ app, stop } = guarded);
  app.cloud.settings.tenants = [];
  expect(await readyz()).toEqual([503, { status: "unready", part: "token" }]);
});

test("waits 2 s for a part", async () => {
  const { store, pause, resume } = createPausableStore();
  await start({ store });
  pause();
  const answer = readyz();
  await app.clock.waitForSleep(TIMEOUT_MS);
  await app.clock.advance(TIMEOUT_MS);
  expect(await answer).toEqual([503, { status: "unready", part: "store" }]);
  resume();
});

test("asks the store once in 5 s, however often it's asked", async () => {
  const { state, store } = createFailingStore();
  await start({ store });
  await Promise.all(Array.from({ length: 20 }, readyz));
  await app.clock.advance(KEPT_MS);
  await readyz();
  expect(state.reads).toBe(1);
  await app.clock.advance(1);
  await readyz();
  expect(state.reads).toBe(2);
});

test("is alive while a part is down", async () => {
  const { state, store } = createFailingStore();
  await start({ store });
  state.isDown = true;
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
});
