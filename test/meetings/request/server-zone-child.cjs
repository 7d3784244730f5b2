// Reads texts in a process whose own zone is TZ, for server-zone.test.ts. It runs the built program.
"use strict";
const { parseRequest } = require("../../../dist/src/meetings/request/parse-request.js");

const contexts = JSON.parse(process.argv[2]);
const texts = JSON.parse(process.argv[3]);
const all = contexts.flatMap(({ now, ...context }) =>
  texts.map((text) => parseRequest([text], { ...context, now: new Date(now) })),
);
process.stdout.write(JSON.stringify({ zone: new Date(2027, 2, 28, 2, 30).toString(), all }));
