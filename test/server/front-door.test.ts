import { message } from "../support/activities";
import { startApp, type TestApp } from "../support/start-app";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

function send(body: string | Uint8Array, init: RequestInit = {}): Promise<Response> {
  return fetch(`${app.url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    ...init,
    body: Buffer.from(body),
  });
}

/** The one sentence of a refusal; fails when there is anything beside it, or anything of the code in it. */
async function sentenceOf(response: Response): Promise<string> {
  expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
  const body = (await response.json()) as { error: string };
  expect(Object.keys(body)).toEqual(["error"]);
  expect(body.error).toMatch(/^[A-Z][^\n]{10,150}\.$/);
  expect(body.error).not.toMatch(/node_modules|Error|Unexpected|\bat \S+:\d|zod|expected/);
  return body.error;
}

const activity = {
  type: "message",
  serviceUrl: "https://smba.example/",
  conversation: { id: "c" },
};
const { type: _type, ...withoutType } = activity;
const { conversation: _conversation, ...withoutConversation } = activity;
const { serviceUrl: _serviceUrl, ...withoutServiceUrl } = activity;
const manyBrackets = "[".repeat(100_000);

describe("a body that is no activity", () => {
  test.each([
    ["nothing", ""],
    ["white space", " \r\n"],
    ["HTML", "<!doctype html><title>hello</title>"],
    ["half an activity", JSON.stringify(activity).slice(0, 40)],
    ["two activities", JSON.stringify(activity).repeat(2)],
    ["an array", "[]"],
    ["an array of activities", JSON.stringify([activity])],
    ["a number", "42"],
    ["a text", '"message"'],
    ["true", "true"],
    ["null", "null"],
    ["an empty object", "{}"],
    ["100,000 open brackets", manyBrackets],
    ["100,000 nested arrays", manyBrackets + "]".repeat(100_000)],
    ["bytes that are no UTF-8", Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
    ["an activity in UTF-16", Buffer.from(JSON.stringify(activity), "utf16le")],
    ["no type", JSON.stringify(withoutType)],
    ["an empty type", JSON.stringify({ ...activity, type: "" })],
    ["a number as type", JSON.stringify({ ...activity, type: 1 })],
    ["no conversation", JSON.stringify(withoutConversation)],
    ["a conversation that is a text", JSON.stringify({ ...activity, conversation: "19:x" })],
    ["a conversation without id", JSON.stringify({ ...activity, conversation: {} })],
    ["an empty conversation id", JSON.stringify({ ...activity, conversation: { id: "" } })],
    ["no serviceUrl", JSON.stringify(withoutServiceUrl)],
    ["an empty serviceUrl", JSON.stringify({ ...activity, serviceUrl: "" })],
    [
      "javascript: as serviceUrl",
      JSON.stringify({ ...activity, serviceUrl: "javascript:alert(1)" }),
    ],
    ["file: as serviceUrl", JSON.stringify({ ...activity, serviceUrl: "file:///etc/passwd" })],
    ["a path as serviceUrl", JSON.stringify({ ...activity, serviceUrl: "/api/messages" })],
  ])("is refused by one sentence that says what an activity needs: %s", async (_, body) => {
    const response = await send(body);
    expect(response.status).toBe(400);
    expect(await sentenceOf(response)).toMatch(
      /^The body is no activity: (it is no JSON object|its (type|serviceUrl|conversation) is missing, or not what)/,
    );
  });

  it("is read as UTF-8 whatever charset it claims", async () => {
    const headers = { "content-type": "application/json; charset=utf-16" };
    const utf8 = await send(JSON.stringify({ ...message("help"), serviceUrl: app.connector.url }), {
      headers,
    });
    expect(utf8.status).toBe(200);
    const utf16 = await send(Buffer.from(JSON.stringify(activity), "utf16le"), { headers });
    expect(utf16.status).toBe(400);
    await sentenceOf(utf16);
  });

  it("is not unpacked, so that a small body cannot become a large one", async () => {
    const response = await send(Buffer.from("H4sIAAAAAAAAA6uuBQBDv6ajAgAAAA==", "base64"), {
      headers: { "content-encoding": "gzip" },
    });
    expect(response.status).toBe(400);
    await sentenceOf(response);
  });

  it("leads to nothing but a line in the log, with no text of the body in it", async () => {
    const linesBefore = app.log.length;
    const sentBefore = app.connector.sent.length;
    await send("swordfish");
    expect(app.log.slice(linesBefore)).toMatchObject([
      { level: 30, status: 400, msg: "a request was no activity" },
    ]);
    expect(JSON.stringify(app.log.slice(linesBefore))).not.toContain("swordfish");
    expect(app.connector.sent).toHaveLength(sentBefore);
    expect(app.cloud.requests()).toEqual([]);
  });
});

describe("other methods and paths", () => {
  test.each(["GET", "PUT", "PATCH", "DELETE", "OPTIONS"])(
    "/api/messages takes POST alone: %s is answered by 405",
    async (method) => {
      const response = await fetch(`${app.url}/api/messages`, { method });
      expect(response.status).toBe(405);
      expect(await sentenceOf(response)).toContain("POST");
    },
  );

  test("a query behind /api/messages changes nothing", async () => {
    const response = await fetch(`${app.url}/api/messages?x=1`, { method: "POST", body: "x" });
    expect(response.status).toBe(400);
  });

  test.each([
    "/",
    "/api",
    "/api/messages/x",
    "/api//messages",
    "/_local/requests",
    "/healthz/x",
    "/%",
    "/%00",
    "/..%2f..%2fetc/passwd",
    "/.env",
  ])("an unknown path is answered by 4xx and one sentence: %s", async (path) => {
    const response = await fetch(`${app.url}${path}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "There is nothing here." });
  });

  test("pages bear helmet's headers, and do not say what made them", async () => {
    const { headers } = await fetch(`${app.url}/healthz`);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-security-policy": expect.stringContaining("default-src 'self'"),
      "strict-transport-security": expect.stringContaining("max-age="),
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("server")).toBeNull();
  });

  test("/healthz says ok", async () => {
    const response = await fetch(`${app.url}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ok", program: "rendezvous" });
  });
});

test.each([{ error: "x" }, { ok: false }, { status: 0 }])(
  "an activity with a field of ours, %j, is an activity, and nothing breaks",
  async (fields) => {
    const body = JSON.stringify({
      ...message("help"),
      serviceUrl: app.connector.url,
      ...fields,
    });
    expect((await send(body)).status).toBe(200);
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  },
);
