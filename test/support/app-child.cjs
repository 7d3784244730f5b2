// A process with the whole app, for app-process.ts: serves it, and does what is due at the time that it's told over IPC.
"use strict";
const { loadTypeScript } = require("./load-typescript.cjs");
loadTypeScript();
const { createApp } = require("../../src/app");
const { sleep } = require("../../src/async/deadline");
const { systemDependencies } = require("../../src/deps");
const { listen } = require("../../src/listen");
const { createLocalFetch } = require("../../src/local/local-fetch");
const { createLog } = require("../../src/log");
const { openStore } = require("../../src/storage/open-store");
const { notificationCertificate } = require("./call-events");
const { testConfig } = require("./test-config");

const [store, cloudUrl] = process.argv.slice(2);
const callEvents = { liveStatus: "graph", notificationCertificates: [notificationCertificate()] };
const config = testConfig(cloudUrl ? callEvents : {});
const { graphOrigin, loginOrigin } = config.cloud;

let nowMs = 0;
const now = () => new Date(nowMs);

/** Time passes by the pauses between reminders. Longer ones are deadlines, which the slow clock makes longer. */
async function pause(ms, signal) {
  if (ms >= 2_000) return sleep(ms, signal);
  const untilMs = nowMs + ms;
  for (let leftMs = ms; leftMs > 0; leftMs -= 900) await sleep(Math.min(leftMs, 900), signal);
  nowMs = Math.max(nowMs, untilMs);
}

const app = createApp(config, {
  ...systemDependencies(),
  ...(cloudUrl && { fetch: createLocalFetch(fetch, [graphOrigin, loginOrigin], cloudUrl) }),
  now,
  sleep: pause,
  log: createLog("silent"),
  store: openStore(store),
});

process.on("disconnect", () => process.exit());
process.on("message", async (at) => {
  if (at) {
    nowMs = Date.parse(at);
    await app.runDue();
  }
  await app.drain();
  process.send("done");
});
void listen(app.handler, { host: "127.0.0.1", port: 0 }).then(({ url }) => process.send(url));
