import { ada, TENANT } from "../../support/activities";
import { useCheckSetup } from "../../support/use-check-setup";

const setup = useCheckSetup();

const HANGING_MS = 60_000;
const DEADLINE_MS = 5_000;

/** Moves the clock when only the hanging check is left, and its call to Graph if there is one. */
async function passDeadline(pendingCount = 1): Promise<void> {
  await setup.clock.waitForSleep(HANGING_MS);
  await setup.waitForPending(pendingCount);
  await setup.clock.advance(DEADLINE_MS);
}

const toLines = ({ checks }: Awaited<ReturnType<typeof setup.runJson>>) =>
  checks
    .filter(({ status }) => status !== "ok")
    .map(({ id, status, message }) => [id, status, message]);

/** What to do about the first fault. */
const fixOf = ({ checks }: Awaited<ReturnType<typeof setup.runJson>>) =>
  checks.find(({ status }) => status === "fault")?.fix;

describe("a check that takes longer than 5 s is a fault", () => {
  test("Entra", async () => {
    setup.cloud.addFault({ match: "/oauth2/v2.0/token", delayMs: HANGING_MS, times: 2 });
    const looking = setup.runJson();
    await passDeadline();
    expect(toLines(await looking).slice(0, 2)).toEqual([
      ["bot-credential", "fault", "There was no response after 5 seconds."],
      ["graph-token", "skipped", "“App registration” must pass first."],
    ]);
    await setup.clock.advance(HANGING_MS);
  });

  test("Graph, where a meeting that is created too late is still deleted", async () => {
    setup.cloud.addFault({ match: "createOrGet", delayMs: HANGING_MS, drop: true });
    const looking = setup.runJson();
    await passDeadline(2);
    await setup.clock.advance(HANGING_MS);
    expect(toLines(await looking)).toEqual([
      ["organizer", "fault", "There was no response after 5 seconds."],
      ["graph-beta", "skipped", "“Test meeting” must pass first."],
    ]);
    const answered = setup.cloud.requests().filter(({ status }) => status !== null);
    expect(answered.map(({ method, status }) => [method, status])).toEqual([
      ["POST", 201],
      ["DELETE", 204],
    ]);
  });

  test("the public URL", async () => {
    const looking = setup.runJson({
      health: async () => {
        await setup.clock.sleep(HANGING_MS);
        return new Response("");
      },
    });
    await passDeadline();
    expect(toLines(await looking)).toEqual([
      ["public-url", "fault", "There was no response after 5 seconds."],
    ]);
  });
});

describe("the test meeting is deleted", () => {
  test("when beta does not return it", async () => {
    const body = { error: { code: "NotFound", message: "" } };
    setup.cloud.addFault({ match: "/beta/", status: 404, body });
    const report = await setup.runJson();
    expect(toLines(report)).toEqual([
      ["graph-beta", "fault", "Microsoft Graph refused the request."],
    ]);
    expect(fixOf(report)).toContain("Error: 404 NotFound");
  });

  test("when Graph's answer is unusable, so that it may have been created", async () => {
    setup.cloud.addFault({ match: "createOrGet", status: 200, body: "<html></html>" });
    const report = await setup.runJson();
    expect(toLines(report)[0]).toEqual([
      "organizer",
      "fault",
      "Microsoft Graph refused the request.",
    ]);
    expect(fixOf(report)).toContain("Error: 200 bad_answer");
    const [first, second, third] = setup.cloud.requests();
    expect(second).toMatchObject({ method: "POST", body: first?.body });
    expect(third).toMatchObject({ method: "DELETE", status: 204 });
  });

  test("when the command is interrupted, without delaying its exit", async () => {
    setup.cloud.addFault({ match: "/beta/", delayMs: HANGING_MS });
    const stopping = new AbortController();
    const looking = setup.runJson({ stopping: stopping.signal });
    await setup.clock.waitForSleep(HANGING_MS);
    expect(setup.cloud.meetings()).toHaveLength(1);
    stopping.abort();
    await looking;
    expect(setup.cloud.meetings()).toEqual([]);
    await setup.clock.advance(HANGING_MS);
  });

  test("or reported, if Graph refuses to delete it", async () => {
    const body = { error: { code: "Forbidden", message: "no" } };
    const match = `/v1.0/users/${ada.aadId}/onlineMeetings/M`;
    setup.cloud.addFault({ match, status: 403, body });
    const report = await setup.runJson();
    expect(toLines(report)).toEqual([["organizer", "fault", "Couldn’t delete the test meeting."]]);
    expect(fixOf(report)).toContain(`Account: ${ada.aadId}`);
    for (const { id } of setup.cloud.meetings()) {
      const audience = "https://graph.microsoft.com";
      const token = setup.cloud.issueUserToken({ tenantId: TENANT, userId: ada.aadId, audience });
      await fetch(`${setup.cloud.url}/v1.0/me/onlineMeetings/${encodeURIComponent(id)}`, {
        method: "DELETE",
        headers: { authorization: `Bearer ${token}` },
      });
    }
  });
});

test("a busy Graph is reported as a fault", async () => {
  setup.cloud.addFault({ match: "createOrGet", status: 429, headers: { "retry-after": "600" } });
  expect(toLines(await setup.runJson())[0]).toEqual([
    "organizer",
    "fault",
    "Microsoft 365 is busy.",
  ]);
});

test("an unreachable Graph is reported with its host", async () => {
  setup.cloud.addFault({ match: "createOrGet", times: 3, drop: true });
  const report = await setup.runJson();
  expect(toLines(report)[0]).toEqual([
    "organizer",
    "fault",
    "The server can’t reach Microsoft Graph.",
  ]);
  expect(fixOf(report)).toContain("Host: graph.microsoft.com");
});

test("an unreachable Entra is reported with its host", async () => {
  setup.cloud.addFault({ match: "/oauth2/v2.0/token", times: 3, drop: true });
  const report = await setup.runJson();
  expect(toLines(report)[0]).toEqual([
    "bot-credential",
    "fault",
    "The server can’t reach Entra ID.",
  ]);
  expect(fixOf(report)).toContain("Host: login.microsoftonline.com");
});
