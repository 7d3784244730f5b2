// Loaded before a program that a test starts. Its deadlines are made for people who wait, and on a busy machine a test
// must not meet them: timers of a second or more become a hundred times as long. EARLY_TIMER_MS names the one length
// for which a test does wait, and which is over at once.
"use strict";
const promised = require("node:timers/promises");

/** Longer timers fire at once: https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const MAX_MS = 2 ** 31 - 1;
const earlyMs = Number(process.env.EARLY_TIMER_MS ?? NaN);

function toPatient(ms) {
  if (ms === earlyMs) return 0;
  return ms >= 1_000 ? Math.min(ms * 100, MAX_MS) : ms;
}

const { setTimeout: start } = globalThis;
globalThis.setTimeout = (callback, ms, ...args) => start(callback, toPatient(ms), ...args);

const { setTimeout: wait } = promised;
promised.setTimeout = (ms, ...args) => wait(toPatient(ms), ...args);

const startSignal = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (ms) => startSignal(toPatient(ms));
