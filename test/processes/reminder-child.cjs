// A process with the whole app, for reminders.slow.test.ts: does what is due at the time that it's told over IPC.
"use strict";
const { loadTypeScript } = require("../support/load-typescript.cjs");
loadTypeScript();
const { createApp } = require("../../src/app");
const { systemDependencies } = require("../../src/deps");
const { createLog } = require("../../src/log");
const { openStore } = require("../../src/storage/open-store");
const { testConfig } = require("../support/test-config");

let now = new Date(0);
const app = createApp(testConfig(), {
  ...systemDependencies(),
  now: () => now,
  log: createLog("silent"),
  store: openStore(process.argv[2]),
});

process.on("disconnect", () => process.exit());
process.on("message", async (at) => {
  now = new Date(at);
  await app.runDue();
  await app.drain();
  process.send("done");
});
process.send("ready");
