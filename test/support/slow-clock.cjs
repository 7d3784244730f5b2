// Loaded into programs that tests start, so that a busy machine doesn't miss their deadlines. For the program, time
// passes a hundred times more slowly from SLOW_CLOCK_SINCE on, which all processes of a test share. Timers below a second
// are unchanged, because they aren't deadlines. Timers for which a test does wait fire at once (EARLY_TIMER_MS), or
// are unchanged too (REAL_TIMER_MS).
"use strict";
const http = require("node:http");
const promised = require("node:timers/promises");

const FACTOR = 100;
/** Longer timers fire at once: https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const MAX_MS = 2 ** 31 - 1;
const earlyMs = Number(process.env.EARLY_TIMER_MS ?? NaN);
const realMs = Number(process.env.REAL_TIMER_MS ?? NaN);
const sinceMs = Number(process.env.SLOW_CLOCK_SINCE);

function toSlow(ms) {
  if (ms === earlyMs) return 0;
  return ms >= 1_000 && ms !== realMs ? Math.min(ms * FACTOR, MAX_MS) : ms;
}

const { setTimeout: start } = globalThis;
globalThis.setTimeout = (callback, ms, ...args) => start(callback, toSlow(ms), ...args);

const { setTimeout: wait } = promised;
promised.setTimeout = (ms, ...args) => wait(toSlow(ms), ...args);

const startSignal = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (ms) => startSignal(toSlow(ms));

// Node's own timeouts. A request fails if its idle connection closes at the same moment.
const { createServer } = http;
http.createServer = (...args) => {
  const server = createServer(...args);
  server.keepAliveTimeout *= FACTOR;
  server.headersTimeout *= FACTOR;
  server.requestTimeout *= FACTOR;
  return server;
};

const RealDate = Date;
const readReally = Date.now;
const readNow = () => Math.floor(sinceMs + (readReally() - sinceMs) / FACTOR);
RealDate.now = readNow;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [readNow()] : args, newTarget),
  apply: () => new RealDate(readNow()).toString(),
});
