// Loaded before a program that a test starts. Its deadlines are made for people who wait, and a busy machine must not
// miss them: for the program, time passes a hundred times more slowly from SLOW_CLOCK_SINCE on, the same in all processes
// of a test. Timers below a second keep their length, because nothing but pauses is that short. EARLY_TIMER_MS names
// the one length for which a test does wait, and which is over at once.
"use strict";
const http = require("node:http");
const promised = require("node:timers/promises");

const FACTOR = 100;
/** Longer timers fire at once: https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const MAX_MS = 2 ** 31 - 1;
const earlyMs = Number(process.env.EARLY_TIMER_MS ?? NaN);
const sinceMs = Number(process.env.SLOW_CLOCK_SINCE);

function toPatient(ms) {
  if (ms === earlyMs) return 0;
  return ms >= 1_000 ? Math.min(ms * FACTOR, MAX_MS) : ms;
}

const { setTimeout: start } = globalThis;
globalThis.setTimeout = (callback, ms, ...args) => start(callback, toPatient(ms), ...args);

const { setTimeout: wait } = promised;
promised.setTimeout = (ms, ...args) => wait(toPatient(ms), ...args);

const startSignal = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (ms) => startSignal(toPatient(ms));

// Node's own timers. The end of an idle connection may meet the next request on it, which then fails.
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
