// Runs Azurite with the options of azurite.ts, sends its URL over IPC (Azurite doesn't print a random port), and exits
// with its parent process.
"use strict";
const { default: TableServer } = require("azurite/dist/src/table/TableServer.js");

TableServer.prototype.afterStart = async function () {
  process.send(this.getHttpServerAddress());
};
process.on("disconnect", () => process.exit());
module.exports = require("azurite/dist/src/table/main.js");
