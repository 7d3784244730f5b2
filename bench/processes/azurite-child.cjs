// Azurite with the options of `programs.ts`. It doesn't print a random port by itself.
const { default: TableServer } = require("azurite/dist/src/table/TableServer.js");

TableServer.prototype.afterStart = async function () {
  process.stdout.write(`${this.getHttpServerAddress()}\n`);
};
module.exports = require("azurite/dist/src/table/main.js");
