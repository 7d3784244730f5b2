import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLOUDS } from "../../src/clouds";
import { execute, TENANT } from "../support/activities";
import { KEYS, OTHER_KEY, signToken, type TokenParts } from "../support/bot-framework";
import { runProgram } from "../support/run-program";

const BOT_ID = "99999999-8888-4777-8666-555555555555";
const SERVICE_URL = "https://smba.trafficmanager.net/emea/";
const { issuer, metadataUrl } = CLOUDS.global.botTokens;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rendezvous-test-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("npm start accepts tokens signed with Microsoft's keys only, and its log stays JSON", async () => {
  const program = runProgram([], {
    BOT_ID,
    BOT_PASSWORD: "swordfish-7f3a",
    TENANT_ID: TENANT,
    BOT_DOMAIN: "rendezvous.contoso.com",
    SEALING_KEY: Buffer.alloc(32, 1).toString("base64"),
    STORE: `lmdb:${join(folder, "records")}`,
    HOST: "127.0.0.1",
    PORT: "0",
    NODE_OPTIONS: `--require ${require.resolve("./local-keys.cjs")}`,
    LOCAL_KEYS: JSON.stringify({ metadataUrl, keys: KEYS }),
  });
  const { url } = JSON.parse(await program.waitForLine('"listening"')) as { url: string };

  async function call(parts?: TokenParts): Promise<number> {
    const token = signToken({ issuer, audience: BOT_ID, serviceUrl: SERVICE_URL }, parts);
    const response = await fetch(`${url}/api/messages`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ ...execute("refresh", {}), serviceUrl: SERVICE_URL }),
    });
    return response.status;
  }

  expect(await call()).toBe(200);
  expect(await call({ key: OTHER_KEY.privateKey })).toBe(401);
  expect(await call({ relativeTimes: { exp: -3_600 } })).toBe(401);
  expect(await call({ claims: { aud: TENANT } })).toBe(401);
  expect(await call({ header: { kid: "not endorsed" } })).toBe(401);
  expect(await call()).toBe(200);

  program.kill("SIGTERM");
  expect(await program.exited).toBe(0);
  expect(program.errors).toEqual([]);
  const lines = program.output.map((line) => JSON.parse(line) as { level: number });
  expect(lines.filter(({ level }) => level >= 40)).toMatchObject([
    { reason: "bad_signature" },
    { reason: "token_expired" },
    { reason: "wrong_audience", audience: TENANT },
    { reason: "key_not_endorsed" },
  ]);
});
