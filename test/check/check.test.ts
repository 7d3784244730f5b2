import { runChecks, toOk } from "../../src/check/check";
import { FAULTS } from "../../src/check/check-words";
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
  };
  return { logged, log, clock: createTestClock() };
}

test("reports and logs a check that throws", async () => {
  const { logged, log, clock } = start();
  const results = await runChecks(
    [
      {
        id: "store",
        run() {
          throw new AppError("record_unreadable");
        },
      },
      { id: "public-url", run: () => toOk("It answers.") },
    ],
    { log, sleep: clock.sleep },
  );
  expect(results).toEqual([
    {
      id: "store",
      name: "Storage",
      status: "fault",
      ...FAULTS.unexpected,
      copy: [{ label: "Error", value: "record_unreadable" }],
    },
    { id: "public-url", name: "Public URL", status: "ok", message: "It answers." },
  ]);
  expect(logged).toEqual([
    { fields: { check: "store", code: "record_unreadable" }, message: "a check failed" },
  ]);
});

test("reports a store that does not answer within 5 s", async () => {
  const { log, clock } = start();
  const running = runChecks([{ id: "store", run: () => new Promise(() => {}) }], {
    log,
    sleep: clock.sleep,
  });
  await clock.waitForSleep(5_000);
  await clock.advance(5_000);
  expect(await running).toMatchObject([
    { status: "fault", message: "There was no response after 5 seconds." },
  ]);
});
