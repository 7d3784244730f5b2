import { message } from "../support/activities";
import { openConnection, type RawConnection } from "../support/raw-connection";
import { startApp, type TestApp } from "../support/start-app";

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

/** A harmless command in a body of exactly so many bytes. */
function helpOf(bytes: number): string {
  const activity = { ...message("help"), serviceUrl: app.connector.url };
  const bare = JSON.stringify({ ...activity, channelData: { pad: "" } });
  const pad = "a".repeat(bytes - bare.length);
  return JSON.stringify({ ...activity, channelData: { pad } });
}

/** Whether the connection still serves requests, as one does on which nothing was left over. */
async function expectUsable(): Promise<void> {
  connection.write("GET /healthz HTTP/1.1\r\nhost: bot\r\n\r\n");
  expect((await connection.response()).status).toBe(200);
}

test("a body of exactly 256 KB is read", async () => {
  const body = helpOf(LIMIT);
  expect(body).toHaveLength(LIMIT);
  connection.write(`${HEAD}content-length: ${LIMIT}\r\n\r\n${body}`);
  expect((await connection.response()).status).toBe(200);
});

test("a larger body is refused by its length alone, before it is sent", async () => {
  connection.write(`${HEAD}content-length: ${LIMIT + 1}\r\n\r\n`);
  const { status, body } = await connection.response();
  expect([status, body]).toEqual([413, '{"error":"The body is larger than 256 KB."}']);
  connection.write("a".repeat(LIMIT + 1));
  await expectUsable();
});

test("a larger body without a length is refused as soon as it is too large", async () => {
  connection.write(`${HEAD}transfer-encoding: chunked\r\n\r\n`);
  const chunk = toChunk("a".repeat(LIMIT / 4));
  for (let sent = 0; sent < 5; sent += 1) connection.write(chunk);
  const { status, body } = await connection.response();
  expect([status, body]).toEqual([413, '{"error":"The body is larger than 256 KB."}']);
  // What is still under way is read and thrown away, else the client could never finish.
  for (let sent = 0; sent < 50; sent += 1) connection.write(chunk);
  connection.write("0\r\n\r\n");
  await expectUsable();
});

test("a large body with a wrong length is refused by HTTP itself", async () => {
  connection.write(`${HEAD}content-length: 10\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`);
  expect((await connection.response()).status).toBe(400);
  await connection.closed;
});

test("a body that is cut in the middle does no harm, and leaves a line in the log", async () => {
  const linesBefore = app.log.length;
  const sentBefore = app.connector.sent.length;
  const body = helpOf(1000);
  connection.write(`${HEAD}content-length: ${body.length}\r\n\r\n${body.slice(0, 600)}`);
  // Both connections go through the same loop, so by this answer the first half has arrived.
  await fetch(`${app.url}/healthz`);
  connection.destroy();
  await connection.closed;
  while (app.log.length === linesBefore) await fetch(`${app.url}/healthz`);
  expect(app.log.slice(linesBefore)).toMatchObject([
    { status: 400, problem: "The body could not be read to its end." },
  ]);
  expect(app.connector.sent).toHaveLength(sentBefore);
});
