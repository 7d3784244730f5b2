import { KEYS_TIMEOUT_MS } from "../../src/server/authenticate-caller";
import { execute } from "../support/activities";
import { askForMeeting, startGuardedApp, type GuardedApp } from "../support/guarded-app";

let guarded: GuardedApp;
beforeEach(async () => {
  guarded = await startGuardedApp();
});
afterEach(() => guarded.stop());

/** Answered in the response, without a look at anything. */
const press = () => execute("refresh", {});

const notNow = { status: 503, body: { error: "Something went wrong here. Try again." } };

describe("while the Bot Framework tells no keys, nobody comes in:", () => {
  test.each([500, 404, "no JSON"] as const)("%s", async (how) => {
    const { app, framework } = guarded;
    framework.fail(how);
    expect(await guarded.call(askForMeeting())).toEqual(notNow);
    expect(app.log).toMatchObject([
      {
        level: 40,
        reason: "keys_unavailable",
        host: new URL(framework.tokens.metadataUrl).host,
        problem: expect.any(String),
        msg: expect.stringContaining("https"),
      },
    ]);
    expect(app.cloud.requests()).toEqual([]);

    framework.fail(undefined);
    guarded.expectIn(await guarded.call(askForMeeting()));
  });

  test("keys in a form of tomorrow, which botbuilder keeps for a day", async () => {
    guarded.framework.fail("keys that are no list");
    expect(await guarded.call(askForMeeting())).toEqual(notNow);
    expect(await guarded.call(askForMeeting())).toEqual(notNow);
    const line = expect.objectContaining({ level: 40, reason: "keys_unavailable" });
    expect(guarded.app.log).toEqual([line, line]);
  });

  test("nothing listens", async () => {
    await guarded.framework.stop();
    expect(await guarded.call(askForMeeting())).toEqual(notNow);
    expect(guarded.app.log).toMatchObject([{ level: 40, reason: "keys_unavailable" }]);
  });

  test("silence, which is waited for no longer than an invoke has", async () => {
    const { app, framework } = guarded;
    framework.fail("silence");
    const called = guarded.call(askForMeeting());
    await app.clock.untilSomebodySleeps(KEYS_TIMEOUT_MS);
    await app.clock.advance(KEYS_TIMEOUT_MS);
    expect(await called).toEqual(notNow);
    framework.fail(undefined);
    guarded.expectIn(await guarded.call(askForMeeting()));
  });
});

test("many who come at once have the keys asked for once", async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => guarded.call(press())));
  for (const answer of answers) guarded.expectIn(answer);
  expect(guarded.framework.keyRequests()).toBe(1);
});

test("keys that nobody has are not asked for again and again", async () => {
  guarded.expectIn(await guarded.call(press()));
  for (let index = 0; index < 20; index += 1) {
    const authorization = guarded.toAuthorization({ header: { kid: `made up ${index}` } });
    expect((await guarded.call(press(), authorization)).status).toBe(401);
  }
  expect(guarded.framework.keyRequests()).toBe(1);
});

test("whose token names another issuer has no keys asked for", async () => {
  const authorization = guarded.toAuthorization({ claims: { iss: "https://sts.windows.net/" } });
  expect((await guarded.call(press(), authorization)).status).toBe(401);
  expect(guarded.framework.keyRequests()).toBe(0);
});

describe("in a cloud of the US government", () => {
  const gov = "https://smba.infra.gov.teams.microsoft.us/teams/";
  const dod = "https://smba.infra.dod.teams.microsoft.us/teams/";
  test.each([
    ["usgov", gov, dod],
    ["usgov-dod", dod, gov],
  ] as const)(
    "%s: its own issuer and Connector come in, and no other",
    async (cloudName, own, other) => {
      const there = await startGuardedApp({ cloudName, serviceUrl: own });
      guarded.expectIn(await there.call(askForMeeting()));
      await there.expectRefused(
        "wrong_issuer",
        askForMeeting(),
        there.toAuthorization({ claims: { iss: "https://api.botframework.com" } }),
      );
      for (const serviceUrl of [other, "https://smba.trafficmanager.net/emea/"]) {
        await there.expectRefused("unknown_connector_host", { ...askForMeeting(), serviceUrl });
      }
      await there.stop();
    },
  );
});
