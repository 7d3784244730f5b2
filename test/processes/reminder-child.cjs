// A process with the whole app, for reminders.slow.test.ts: does what is due at the time that it's told over IPC.
"use strict";
const { loadTypeScript } = require("../support/load-typescript.cjs");
loadTypeScript();
const { createApp } = require("../../src/app");
const { sleep } = require("../../src/async/deadline");
const { systemDependencies } = require("../../src/deps");
const { createLog } = require("../../src/log");
const { openStore } = require("../../src/storage/open-store");
const { testConfig } = require("../support/test-config");

let nowMs = 0;
const now = () => new Date(nowMs);

/** Time passes by the pauses between reminders. Longer ones are deadlines, which the slow clock makes longer. */
async function pause(ms, signal) {
  if (ms >= 2_000) return sleep(ms, signal);
  const untilMs = nowMs + ms;
  for (let leftMs = ms; leftMs > 0; leftMs -= 900) await sleep(Math.min(leftMs, 900), signal);
  nowMs = Math.max(nowMs, untilMs);
}

const app = createApp(testConfig(), {
  ...systemDependencies(),
  now,
  sleep: pause,
  log: createLog("silent"),
  store: openStore(process.argv[2]),
});

process.on("disconnect", () => process.exit());
process.on("message", async (at) => {
  nowMs = Date.parse(at);
  await app.runDue();
  await app.drain();
  process.send("done");
});
process.send("ready");
