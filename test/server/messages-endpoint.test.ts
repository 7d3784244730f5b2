import type { Activity } from "botbuilder";
import { execute, message, TENANT } from "../support/activities";
import { type RawConnection, openConnection } from "../support/raw-connection";
import { type TestApp, startApp } from "../support/start-app";

describe("POST /api/messages", () => {
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

  /** The one sentence of a 4xx. Fails if the body holds anything else, or internals of the code. */
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

  describe("a body that isn't an activity", () => {
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
      ["bytes that aren't UTF-8", Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
      ["an activity in UTF-16", Buffer.from(JSON.stringify(activity), "utf16le")],
      ["no type", JSON.stringify(withoutType)],
      ["an empty type", JSON.stringify({ ...activity, type: "" })],
      ["a number as type", JSON.stringify({ ...activity, type: 1 })],
      ["no conversation", JSON.stringify(withoutConversation)],
      ["a string as conversation", JSON.stringify({ ...activity, conversation: "19:x" })],
      ["a conversation without id", JSON.stringify({ ...activity, conversation: {} })],
      ["an empty conversation id", JSON.stringify({ ...activity, conversation: { id: "" } })],
      [
        "a control character in the conversation id",
        JSON.stringify({ ...activity, conversation: { id: "19:x\u007f" } }),
      ],
      ["no serviceUrl", JSON.stringify(withoutServiceUrl)],
      ["an empty serviceUrl", JSON.stringify({ ...activity, serviceUrl: "" })],
      [
        "javascript: as serviceUrl",
        JSON.stringify({ ...activity, serviceUrl: "javascript:alert(1)" }),
      ],
      ["file: as serviceUrl", JSON.stringify({ ...activity, serviceUrl: "file:///etc/passwd" })],
      ["a path as serviceUrl", JSON.stringify({ ...activity, serviceUrl: "/api/messages" })],
    ])("gets one sentence that names the missing field: %s", async (_, body) => {
      const response = await send(body);
      expect(response.status).toBe(400);
      expect(await sentenceOf(response)).toMatch(
        /^The body is no activity: (it is no JSON object|its (type|serviceUrl|conversation) is missing, or not what)/,
      );
    });

    it("is read as UTF-8, regardless of its charset", async () => {
      const headers = { "content-type": "application/json; charset=utf-16" };
      const utf8 = await send(
        JSON.stringify({ ...message("help"), serviceUrl: app.connector.url }),
        {
          headers,
        },
      );
      expect(utf8.status).toBe(200);
      const utf16 = await send(Buffer.from(JSON.stringify(activity), "utf16le"), { headers });
      expect(utf16.status).toBe(400);
      await sentenceOf(utf16);
    });

    it("isn't decompressed, so a small body can't become a large one", async () => {
      const response = await send(Buffer.from("H4sIAAAAAAAAA6uuBQBDv6ajAgAAAA==", "base64"), {
        headers: { "content-encoding": "gzip" },
      });
      expect(response.status).toBe(400);
      await sentenceOf(response);
    });

    it("only adds a log line, without the body's text", async () => {
      const linesBefore = app.log.length;
      const sentBefore = app.connector.sent.length;
      await send("swordfish");
      expect(app.log.slice(linesBefore)).toMatchObject([
        { level: 30, status: 400, msg: "received a request that isn't an activity" },
      ]);
      expect(JSON.stringify(app.log.slice(linesBefore))).not.toContain("swordfish");
      expect(app.connector.sent).toHaveLength(sentBefore);
      expect(app.cloud.requests()).toEqual([]);
    });
  });

  describe("other methods and paths", () => {
    test.each(["GET", "PUT", "PATCH", "DELETE", "OPTIONS"])(
      "returns 405 for %s on /api/messages",
      async (method) => {
        const response = await fetch(`${app.url}/api/messages`, { method });
        expect(response.status).toBe(405);
        expect(await sentenceOf(response)).toContain("POST");
      },
    );

    test("ignores a query on /api/messages", async () => {
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
    ])("returns a 4xx with one sentence for an unknown path: %s", async (path) => {
      const response = await fetch(`${app.url}${path}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ error: "There is nothing here." });
    });

    test("pages have helmet's headers and no X-Powered-By", async () => {
      const { headers } = await fetch(`${app.url}/`);
      expect(Object.fromEntries(headers)).toMatchObject({
        "content-security-policy": expect.stringContaining("default-src 'self'"),
        "strict-transport-security": expect.stringContaining("max-age="),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
      });
      expect(headers.get("x-powered-by")).toBeNull();
      expect(headers.get("server")).toBeNull();
    });

    test("returns ok on /healthz", async () => {
      const response = await fetch(`${app.url}/healthz`);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ status: "ok", program: "rendezvous" });
    });
  });

  test.each([{ error: "x" }, { ok: false }, { status: 0 }])(
    "accepts an activity with a field like our own, %j",
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
});

describe("the size limit of a request", () => {
  const LIMIT = 256 * 1024;

  let app: TestApp;
  let connection: RawConnection;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    connection = await openConnection(app.url);
  });
  afterEach(() => connection.destroy());

  const HEAD = "POST /api/messages HTTP/1.1\r\nhost: bot\r\n";

  function toChunk(text: string): string {
    return `${text.length.toString(16)}\r\n${text}\r\n`;
  }

  /** A harmless command in a body of the given size. */
  function helpOf(bytes: number): string {
    const activity = { ...message("help"), serviceUrl: app.connector.url };
    const bare = JSON.stringify({ ...activity, channelData: { pad: "" } });
    const pad = "a".repeat(bytes - bare.length);
    return JSON.stringify({ ...activity, channelData: { pad } });
  }

  /** Whether the connection still serves requests, so no unread bytes are left on it. */
  async function expectUsable(): Promise<void> {
    connection.write("GET /healthz HTTP/1.1\r\nhost: bot\r\n\r\n");
    expect((await connection.response()).status).toBe(200);
  }

  test("accepts a body of exactly 256 KB", async () => {
    const body = helpOf(LIMIT);
    expect(body).toHaveLength(LIMIT);
    connection.write(`${HEAD}content-length: ${LIMIT}\r\n\r\n${body}`);
    expect((await connection.response()).status).toBe(200);
  });

  test("rejects a larger body by its Content-Length, before it is sent", async () => {
    connection.write(`${HEAD}content-length: ${LIMIT + 1}\r\n\r\n`);
    const { status, body } = await connection.response();
    expect([status, body]).toEqual([413, '{"error":"The body is larger than 256 KB."}']);
    connection.write("a".repeat(LIMIT + 1));
    await expectUsable();
  });

  test("rejects a body without a length once it is too large", async () => {
    connection.write(`${HEAD}transfer-encoding: chunked\r\n\r\n`);
    const chunk = toChunk("a".repeat(LIMIT / 4));
    for (let sent = 0; sent < 5; sent += 1) connection.write(chunk);
    const { status, body } = await connection.response();
    expect([status, body]).toEqual([413, '{"error":"The body is larger than 256 KB."}']);
    // The rest is read and discarded, or the client could never finish.
    for (let sent = 0; sent < 50; sent += 1) connection.write(chunk);
    connection.write("0\r\n\r\n");
    await expectUsable();
  });

  test("leaves a wrong Content-Length to Node's HTTP parser", async () => {
    connection.write(`${HEAD}content-length: 10\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`);
    expect((await connection.response()).status).toBe(400);
    await connection.closed;
  });

  test("survives a body that is cut off, and logs it", async () => {
    const linesBefore = app.log.length;
    const sentBefore = app.connector.sent.length;
    const body = helpOf(1000);
    connection.write(`${HEAD}content-length: ${body.length}\r\n\r\n${body.slice(0, 600)}`);
    // Both connections share the event loop, so the first half has arrived before this response.
    await fetch(`${app.url}/healthz`);
    connection.destroy();
    await connection.closed;
    while (app.log.length === linesBefore) await fetch(`${app.url}/healthz`);
    expect(app.log.slice(linesBefore)).toMatchObject([
      { status: 400, problem: "The body could not be read to its end." },
    ]);
    expect(app.connector.sent).toHaveLength(sentBefore);
  });
});

describe("malformed activities", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  function textOf(activity: Partial<Activity>): string {
    return JSON.stringify({ ...activity, serviceUrl: app.connector.url });
  }

  function send(body: string): Promise<Response> {
    return fetch(`${app.url}/api/messages`, { method: "POST", body });
  }

  describe("an activity with fields of unexpected types", () => {
    type Odd = Record<string, unknown>;
    const bases: Record<string, Odd> = {
      "a command": message("help"),
      "a button": execute("refresh", {}),
      "an installation": { ...message(""), type: "installationUpdate", action: "add" },
      "new members": {
        ...message(""),
        type: "conversationUpdate",
        membersAdded: [{ id: "28:bot" }],
      },
      "a compose invoke": { ...message(""), type: "invoke", name: "composeExtension/query" },
      "an edited message": { ...message("meet"), type: "messageUpdate" },
      "a deleted message": { ...message("meet"), type: "messageDelete" },
      "a reaction": { ...message(""), type: "messageReaction" },
      "an event": { ...message(""), type: "event", name: "application/vnd.microsoft.meetingStart" },
      "an unknown activity": { ...message(""), type: "tomorrowsActivity" },
    };
    const fields = (
      "action attachments channelData channelId conversation deliveryMode entities from id locale " +
      "localTimezone membersAdded membersRemoved name reactionsAdded reactionsRemoved recipient " +
      "relatesTo replyToId serviceUrl text textFormat timestamp type value"
    ).split(" ");
    const values: unknown[] = [null, 5, "", "x", [null], {}];

    test.each(Object.keys(bases))("gets a 4xx or an answer: %s", async (name) => {
      const base = bases[name] ?? {};
      const broken: string[] = [];
      for (const field of fields) {
        for (const value of values) {
          const { status } = await app.post({ ...base, [field]: value });
          if (status !== 200 && status !== 400) broken.push(`${field}: ${JSON.stringify(value)}`);
        }
        const { [field]: _left, ...without } = base;
        const { status } = await app.post(without);
        if (status !== 200 && status !== 400) broken.push(`without ${field}`);
      }
      expect(broken).toEqual([]);
    });

    test.each(["from", "recipient", "conversation"] as const)(
      "gets a 400 when a field inside its %s isn't a text",
      async (where) => {
        const base = message("help");
        for (const field of ["id", "name", "aadObjectId", "role"]) {
          const inside = { ...base[where], [field]: ["x"] };
          expect([field, (await app.post({ ...base, [where]: inside })).status]).toEqual([
            field,
            400,
          ]);
        }
      },
    );

    test.each(["", " ", ";messageid=1", " ;messageid=1", "19:é@thread.tacv2"])(
      "gets a 400 when its conversation's id is %j",
      async (id) => {
        const base = message("meet");
        const conversation = { ...base.conversation, id };
        const { sent } = app.connector;
        const before = sent.length;
        const malformed: Odd = { ...base, conversation };
        expect((await app.post(malformed)).status).toBe(400);
        expect(sent).toHaveLength(before);
      },
    );

    test.each(["id", "replyToId"])("gets a 400 when its %s is half a character", async (field) => {
      for (const base of [message("meet"), execute("refresh", {})]) {
        const malformed: Odd = { ...base, [field]: "\ud800" };
        expect((await app.post(malformed)).status).toBe(400);
      }
    });

    test.each([[["sent-1"]], [{ id: "sent-1" }], [5]])(
      "gets a 400 when the message with its button is %j",
      async (replyToId) => {
        const pressed: Odd = { ...execute("refresh", {}), replyToId };
        expect((await app.post(pressed)).status).toBe(400);
      },
    );

    test.each([[[TENANT]], [{ id: TENANT }], [0], [false]])(
      "gets a 400 when its conversation's tenant is %j",
      async (tenantId) => {
        const tenant = JSON.stringify(TENANT);
        const body = textOf(message("help")).replaceAll(tenant, JSON.stringify(tenantId));
        expect((await send(body)).status).toBe(400);
      },
    );

    test("doesn't let fields pollute prototypes", async () => {
      const body = `{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},`;
      const response = await send(body + textOf(message("help")).slice(1));
      expect(response.status).toBe(200);
      expect(Reflect.get({}, "isAdmin")).toBeUndefined();
    });

    test("survives deep nesting", async () => {
      const text = textOf(message("help"));
      const nested = "[".repeat(20_000) + "]".repeat(20_000);
      const response = await send(
        `${text.slice(0, -1)},"value":${nested},"channelData":${nested}}`,
      );
      expect([200, 400]).toContain(response.status);
    });
  });
});
