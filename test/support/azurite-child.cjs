// Azurite's own program, with the options that azurite.ts gives it: tells over IPC where it listens, which it does
// not print when any free port will do, and ends with the process that started it.
"use strict";
const { default: TableServer } = require("azurite/dist/src/table/TableServer.js");

TableServer.prototype.afterStart = async function () {
  process.send(this.getHttpServerAddress());
};
process.on("disconnect", () => process.exit());
module.exports = require("azurite/dist/src/table/main.js");
