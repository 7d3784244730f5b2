// Reads texts as processes whose own zones are those of its arguments, for server-zone.test.ts. It runs the built
// program, and loads it again for each zone: a program may keep what it learned of its zone when it was loaded.
"use strict";
const [zones, contexts, texts] = process.argv.slice(2).map((text) => JSON.parse(text));

function readIn(zone) {
  process.env.TZ = zone;
  for (const path of Object.keys(require.cache)) delete require.cache[path];
  const { parseRequest } = require("../../dist/src/request/parse-request.js");
  const all = contexts.flatMap(({ now, ...context }) =>
    texts.map((text) => parseRequest([text], { ...context, now: new Date(now) })),
  );
  return { zone: new Date(2027, 2, 28, 2, 30).toString(), all };
}

process.stdout.write(JSON.stringify(zones.map(readIn)));
