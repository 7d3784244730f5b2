#!/usr/bin/env node
// Runs the built program, or says how to build it. npm's scripts for servers start here: nothing is built on a server.
const { existsSync } = require("node:fs");
const path = require("node:path");

const main = path.join(__dirname, "dist", "src", "main.js");
if (existsSync(main)) {
  require(main);
} else {
  process.stderr.write("Rendezvous isn't built yet. Run `npm run build` first.\n");
  process.exitCode = 1;
}
