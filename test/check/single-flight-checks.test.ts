import { singleFlightChecks } from "../../src/check/single-flight-checks";
import type { CheckReport, CheckRequest } from "../../src/meetings/ports/check-report";
import { ada, bo, TENANT } from "../support/activities";
import { createTestClock } from "../support/clock";

const brief = { tenantId: TENANT, isBrief: true };
const ofAda = { tenantId: TENANT, userAadId: ada.aadId };

function start() {
  const clock = createTestClock();
  const requests: CheckRequest[] = [];
  const ends: (() => void)[] = [];
  const checkSetup = singleFlightChecks((request) => {
    requests.push(request);
    return new Promise<CheckReport>((resolve) => ends.push(() => resolve({ results: [] })));
  }, clock.now);
  const endAll = () => ends.splice(0).forEach((end) => end());
  return { clock, requests, checkSetup, endAll };
}

test("simultaneous callers share a check", async () => {
  const { requests, checkSetup, endAll } = start();
  const reports = [checkSetup(ofAda), checkSetup(ofAda), checkSetup(brief), checkSetup(brief)];
  const another = checkSetup({ tenantId: TENANT, userAadId: bo.aadId });
  endAll();
  const [first, second] = await Promise.all(reports);
  expect(first).toBe(second);
  await another;
  expect(requests).toHaveLength(3);
});

test("an admin who repeats a check gets a new one", async () => {
  const { requests, checkSetup, endAll } = start();
  const first = checkSetup(ofAda);
  endAll();
  await first;
  void checkSetup(ofAda);
  expect(requests).toHaveLength(2);
});

test("a brief check runs once a minute at most", async () => {
  const { clock, requests, checkSetup, endAll } = start();
  const first = checkSetup(brief);
  endAll();
  await first;
  await clock.advance(59_999);
  expect(await checkSetup(brief)).toBe(await first);
  await clock.advance(2);
  void checkSetup(brief);
  expect(requests).toHaveLength(2);
});
