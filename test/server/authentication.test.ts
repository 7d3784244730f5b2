import { createHmac } from "node:crypto";
import { Secret } from "../../src/secret";
import { message, TENANT } from "../support/activities";
import { useApp } from "../support/use-app";

const APP_ID = "99999999-8888-4777-8666-555555555555";
const PASSWORD = "bot-password-7f3a";

const app = useApp({
  config: {
    botIdentity: { kind: "registered", appId: APP_ID, tenantId: TENANT },
    credential: { kind: "secret", clientId: APP_ID, secret: new Secret(PASSWORD) },
  },
});

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** Claims as a stranger can write them; only issuers whose keys nobody would fetch. */
function forge(header: object, claims: object): string {
  const signed = `${encode(header)}.${encode(claims)}`;
  const signature = createHmac("sha256", "stranger").update(signed).digest("base64url");
  return `Bearer ${signed}.${signature}`;
}

const nextYear = 1_900_000_000;
const stranger = { iss: "https://stranger.example", aud: APP_ID, exp: nextYear };

test.each([
  ["no header", undefined],
  ["an empty header", ""],
  ["another scheme", "Basic Ym90OnBhc3N3b3Jk"],
  ["a scheme alone", "Bearer"],
  ["a scheme and nothing behind it", "Bearer "],
  ["no token", "Bearer garbage"],
  ["three empty parts", "Bearer .."],
  ["three parts of garbage", "Bearer a.b.c"],
  ["two tokens", "Bearer a.b.c d.e.f"],
  ["the bot's own password", `Bearer ${PASSWORD}`],
  ["a token of a stranger", forge({ alg: "HS256", typ: "JWT" }, stranger)],
  ["a token without a signature's algorithm", forge({ alg: "none" }, stranger)],
  ["a token without an issuer", forge({ alg: "RS256" }, { aud: APP_ID, exp: nextYear })],
])("who cannot show Teams' token is refused without a reason: %s", async (_, authorization) => {
  const response = await fetch(`${app.url}/api/messages`, {
    method: "POST",
    headers: authorization === undefined ? {} : { authorization },
    body: JSON.stringify({ ...message("meet"), serviceUrl: app.connector.url }),
  });
  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({ error: "This request is not authorized." });

  expect(app.connector.sent).toEqual([]);
  expect(app.cloud.requests()).toEqual([]);
  const msg = expect.stringMatching(/^an activity was refused: \w/);
  expect(app.log).toMatchObject([{ level: 40, msg }]);
  const logged = JSON.stringify(app.log);
  expect(logged).not.toContain(PASSWORD);
  const secrets = [authorization ?? ""].filter(({ length }) => length > 10);
  expect(secrets.filter((secret) => logged.includes(secret))).toEqual([]);
});

test("claiming to be the Emulator, a skill or another channel needs a token all the same", async () => {
  for (const channelId of ["emulator", "directline", "test", "webchat", ""]) {
    const answer = await app.post({
      ...message("meet"),
      channelId,
      callerId: "urn:botframework:azure",
    });
    expect(answer.status).toBe(401);
  }
  expect(app.connector.sent).toEqual([]);
});

test("what is no activity is refused as such before any token is looked at", async () => {
  const response = await fetch(`${app.url}/api/messages`, { method: "POST", body: "{}" });
  expect(response.status).toBe(400);
});

test("/healthz needs no token", async () => {
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
});
