import { runChecks } from "../../src/check/run-checks";
import { AppError } from "../../src/errors";
import type { Log, LogFields } from "../../src/log";
import { createTestClock } from "../support/clock";

function start() {
  const logged: { fields: LogFields; message: string }[] = [];
  const log: Log = {
    debug() {},
    info() {},
    warn() {},
    error: (fields, message) => void logged.push({ fields, message }),
    inTurn: (_turn, work) => work(),
  };
  return { logged, log, clock: createTestClock() };
}

test("a check that fails as nobody foresaw is a fault of its own, and in the log", async () => {
  const { logged, log, clock } = start();
  const results = await runChecks(
    [
      {
        id: "store",
        look() {
          throw new AppError("record_unreadable");
        },
      },
      { id: "public-url", look: () => ({ status: "ok", code: "publicUrl" }) },
    ],
    { log, sleep: clock.sleep },
  );
  expect(results).toEqual([
    {
      id: "store",
      status: "fault",
      code: "unexpected",
      values: { reason: "record_unreadable" },
      copy: [],
    },
    { id: "public-url", status: "ok", code: "publicUrl" },
  ]);
  expect(logged).toEqual([
    { fields: { check: "store", code: "record_unreadable" }, message: "a check failed" },
  ]);
});

test("a store that does not answer is told after 5 s", async () => {
  const { log, clock } = start();
  const running = runChecks([{ id: "store", look: () => new Promise(() => {}) }], {
    log,
    sleep: clock.sleep,
  });
  await clock.waitForSleep(5_000);
  await clock.advance(5_000);
  expect(await running).toMatchObject([{ code: "noAnswer", values: { seconds: "5" } }]);
});
