import { singleFlightChecks } from "../../src/check/single-flight-checks";
import type { CheckReport, CheckRequest } from "../../src/meetings/ports/check-report";
import { ada, bo, TENANT } from "../support/activities";
import { createTestClock } from "../support/clock";

const brief = { tenantId: TENANT, isBrief: true };
const ofAda = { tenantId: TENANT, userAadId: ada.aadId };

function start() {
  const clock = createTestClock();
  const asked: CheckRequest[] = [];
  const ends: (() => void)[] = [];
  const checkSetup = singleFlightChecks((request) => {
    asked.push(request);
    return new Promise<CheckReport>((resolve) => ends.push(() => resolve({ results: [] })));
  }, clock.now);
  const endAll = () => ends.splice(0).forEach((end) => end());
  return { clock, asked, checkSetup, endAll };
}

test("those who ask for the same at the same moment share one look", async () => {
  const { asked, checkSetup, endAll } = start();
  const reports = [checkSetup(ofAda), checkSetup(ofAda), checkSetup(brief), checkSetup(brief)];
  const another = checkSetup({ tenantId: TENANT, userAadId: bo.aadId });
  endAll();
  const [first, second] = await Promise.all(reports);
  expect(first).toBe(second);
  await another;
  expect(asked).toHaveLength(3);
});

test("an admin sees at once what an admin has mended", async () => {
  const { asked, checkSetup, endAll } = start();
  const first = checkSetup(ofAda);
  endAll();
  await first;
  void checkSetup(ofAda);
  expect(asked).toHaveLength(2);
});

test("however often everybody asks, it is looked at once a minute", async () => {
  const { clock, asked, checkSetup, endAll } = start();
  const first = checkSetup(brief);
  endAll();
  await first;
  await clock.advance(59_999);
  expect(await checkSetup(brief)).toBe(await first);
  await clock.advance(1);
  void checkSetup(brief);
  expect(asked).toHaveLength(2);
});
