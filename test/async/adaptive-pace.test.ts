import { createAdaptivePace } from "../../src/async/adaptive-pace";
import { createTestClock, type TestClock } from "../support/clock";

const SPEC = { perSecond: 40, firstPerSecond: 40, minPerSecond: 2, burst: 5 };

let clock: TestClock;
beforeEach(() => (clock = createTestClock()));

/** How many calls start in the next seconds, of as many as want to. */
async function countStarts(
  pace: ReturnType<typeof createAdaptivePace>,
  seconds: number,
): Promise<number> {
  const stopping = new AbortController();
  let started = 0;
  const calls = Array.from({ length: 100 * seconds }, async () => {
    await pace.wait(AbortSignal.any([stopping.signal]));
    if (!stopping.signal.aborted) started += 1;
  });
  await clock.advance(seconds * 1_000);
  stopping.abort();
  await Promise.all(calls);
  return started;
}

/** The same for calls of which each waits for the one before. */
async function countOneByOne(
  pace: ReturnType<typeof createAdaptivePace>,
  seconds: number,
): Promise<number> {
  const stopping = new AbortController();
  let started = 0;
  const calling = (async () => {
    while (!stopping.signal.aborted) {
      await pace.wait(AbortSignal.any([stopping.signal]));
      started += 1;
    }
  })();
  await clock.advance(seconds * 1_000);
  stopping.abort();
  await calling;
  return started;
}

test("lets a burst through at once, and the rest at its pace", async () => {
  const pace = createAdaptivePace(SPEC, clock);
  expect(await countStarts(pace, 1)).toBe(SPEC.perSecond + SPEC.burst);
});

test("slows down when calls are refused, once for those of the same moment", async () => {
  const pace = createAdaptivePace(SPEC, clock);
  pace.slowDown();
  pace.slowDown();
  expect(await countStarts(pace, 1)).toBe(32 + SPEC.burst);
});

test("starts slowly, again after a pause, and reaches its full pace", async () => {
  const pace = createAdaptivePace({ ...SPEC, firstPerSecond: 20, burst: 1 }, clock);
  await clock.advance(60_000);
  expect(await countOneByOne(pace, 1)).toBeLessThan(23);
  await countOneByOne(pace, 20);
  expect(await countOneByOne(pace, 1)).toBeGreaterThan(38);
  await clock.advance(60_000);
  expect(await countOneByOne(pace, 1)).toBeLessThan(23);
});

test("keeps its least pace, and grows again", async () => {
  const slow = createAdaptivePace({ ...SPEC, minPerSecond: 20 }, clock);
  for (let refusal = 0; refusal < 10; refusal += 1) {
    await clock.advance(1_000);
    slow.slowDown();
  }
  expect(await countStarts(slow, 1)).toBe(20 + SPEC.burst);
  const recovered = createAdaptivePace(SPEC, clock);
  recovered.slowDown();
  await clock.advance(60_000);
  expect(await countStarts(recovered, 1)).toBe(SPEC.perSecond + SPEC.burst);
});

test("stops waiting when the process ends", async () => {
  const pace = createAdaptivePace({ ...SPEC, burst: 1 }, clock);
  await pace.wait();
  const stopping = new AbortController();
  const waiting = pace.wait(stopping.signal);
  stopping.abort();
  await waiting;
});
