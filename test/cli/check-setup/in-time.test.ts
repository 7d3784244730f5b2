import { ada, TENANT } from "../../support/activities";
import { useCheckSetup } from "../../support/use-check-setup";

const setup = useCheckSetup();

const HANGING_MS = 60_000;
const DEADLINE_MS = 5_000;

/** Moves the clock when only the hanging check is left. */
async function passDeadline(): Promise<void> {
  await setup.clock.waitForSleep(HANGING_MS);
  await setup.waitForPending(1);
  await setup.clock.advance(DEADLINE_MS);
}

const toLines = ({ checks }: Awaited<ReturnType<typeof setup.runJson>>) =>
  checks
    .filter(({ status }) => status !== "ok")
    .map(({ id, status, message }) => [id, status, message]);

describe("a check that takes longer than 5 s is a fault", () => {
  test("Entra", async () => {
    setup.cloud.addFault({ match: "/oauth2/v2.0/token", delayMs: HANGING_MS });
    const looking = setup.runJson();
    await passDeadline();
    expect(toLines(await looking).slice(0, 2)).toEqual([
      ["bot-credential", "fault", "It did not answer in 5 s."],
      ["graph-token", "skipped", "Needs this first: Bot’s credential."],
    ]);
    await setup.clock.advance(HANGING_MS);
  });

  test("Graph, where a meeting that is created too late is still deleted", async () => {
    setup.cloud.addFault({ match: "createOrGet", delayMs: HANGING_MS, drop: true });
    const looking = setup.runJson();
    await passDeadline();
    await setup.clock.advance(HANGING_MS);
    expect(toLines(await looking)).toEqual([
      ["organizer", "fault", "It did not answer in 5 s."],
      ["graph-beta", "skipped", "Needs this first: Policy and license."],
    ]);
    const answered = setup.cloud.requests().filter(({ status }) => status !== null);
    expect(answered.map(({ method, status }) => [method, status])).toEqual([
      ["POST", 201],
      ["DELETE", 204],
    ]);
  });

  test("the public address", async () => {
    const looking = setup.runJson({
      health: async () => {
        await setup.clock.sleep(HANGING_MS);
        return new Response("");
      },
    });
    await passDeadline();
    expect(toLines(await looking)).toEqual([["public-url", "fault", "It did not answer in 5 s."]]);
  });
});

describe("the test meeting is deleted", () => {
  test("when beta does not return it", async () => {
    const body = { error: { code: "NotFound", message: "" } };
    setup.cloud.addFault({ match: "/beta/", status: 404, body });
    expect(toLines(await setup.runJson())).toEqual([
      ["graph-beta", "fault", "Graph refuses, with 404 NotFound."],
    ]);
  });

  test("when Graph's answer is unusable, so that it may have been created", async () => {
    setup.cloud.addFault({ match: "createOrGet", status: 200, body: "<html></html>" });
    expect(toLines(await setup.runJson())[0]).toEqual([
      "organizer",
      "fault",
      "Graph refuses, with 200 bad_answer.",
    ]);
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
    expect(toLines(await setup.runJson())).toEqual([
      [
        "organizer",
        "fault",
        `A meeting that was made to try it, in the name of ${ada.aadId}, could not be deleted.`,
      ],
    ]);
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
    "Graph is busy and asks for patience.",
  ]);
});

test("an unreachable Graph is reported with its host", async () => {
  setup.cloud.addFault({ match: "createOrGet", times: 3, drop: true });
  expect(toLines(await setup.runJson())[0]).toEqual([
    "organizer",
    "fault",
    "graph.microsoft.com could not be reached.",
  ]);
});

test("an unreachable Entra is reported with its host", async () => {
  setup.cloud.addFault({ match: "/oauth2/v2.0/token", times: 1, drop: true });
  expect(toLines(await setup.runJson())[0]).toEqual([
    "bot-credential",
    "fault",
    "login.microsoftonline.com could not be reached.",
  ]);
});
