// For server-zone.slow.test.ts: parses texts in a process whose own time zone is set. Loads the program again for each
// zone, because a program may remember the zone it was loaded in.
"use strict";
const { loadTypeScript } = require("../support/load-typescript.cjs");
loadTypeScript();
const [zones, contexts, texts] = process.argv.slice(2).map((text) => JSON.parse(text));

function readIn(zone) {
  process.env.TZ = zone;
  for (const path of Object.keys(require.cache)) delete require.cache[path];
  const { parseRequest } = require("../../src/request/parse-request");
  const all = contexts.flatMap(({ now, ...context }) =>
    texts.map((text) => parseRequest([text], { ...context, now: new Date(now) })),
  );
  return { zone: new Date(2027, 2, 28, 2, 30).toString(), all };
}

process.stdout.write(JSON.stringify(zones.map(readIn)));
