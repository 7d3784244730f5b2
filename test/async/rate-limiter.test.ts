import { createRateLimiter } from "../../src/async/rate-limiter";
import { createTestClock } from "../support/clock";

const LIMITS = [
  { count: 2, perMs: 1_000 },
  { count: 5, perMs: 30_000 },
];

test("keeps to each limit in any window, and to the order of the calls", async () => {
  const clock = createTestClock();
  const waitForTurn = createRateLimiter(LIMITS, clock);
  const startMs = clock.now().getTime();
  const starts: [number, number][] = [];
  const calls = Array.from({ length: 12 }, async (_, index) => {
    await waitForTurn("a");
    starts.push([index, clock.now().getTime() - startMs]);
  });
  await new Promise(setImmediate);
  await clock.advance(120_000);
  await Promise.all(calls);
  expect(starts.map(([index]) => index)).toEqual(Array.from({ length: 12 }, (_, index) => index));
  expect(starts.map(([, ms]) => ms)).toEqual([
    0, 0, 1_000, 1_000, 2_000, 30_000, 30_000, 31_000, 31_000, 32_000, 60_000, 60_000,
  ]);
});

test("doesn't let keys wait for each other", async () => {
  const waitForTurn = createRateLimiter(LIMITS, createTestClock());
  await Promise.all(["a", "a", "b", "b"].map((key) => waitForTurn(key)));
});

test("waits no longer than until the signal aborts", async () => {
  const waitForTurn = createRateLimiter(LIMITS, createTestClock());
  const stopping = new AbortController();
  const calls = Array.from({ length: 9 }, () => waitForTurn("a", stopping.signal));
  stopping.abort();
  await Promise.all(calls);
});
