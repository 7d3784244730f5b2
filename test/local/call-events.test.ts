import {
  constants,
  createDecipheriv,
  createHmac,
  privateDecrypt,
  X509Certificate,
} from "node:crypto";
import type { IncomingMessage } from "node:http";
import { verify } from "jsonwebtoken";
import type { LocalSettings } from "../../src/local/local-cloud";
import { listen, type RunningServer } from "../../src/listen";
import { makeCertificate } from "../support/make-certificate";
import { CERTIFICATE_PAIR, SIGNING_PAIR } from "../support/rsa-pairs";
import { APP, CHANNEL, startCloud, stopClouds, TENANT } from "./cloud";

const NOTIFICATION_URL = "https://rendezvous.example.com/api/graph-events";
const PATH = "/beta/subscriptions";

interface Notification {
  value: {
    subscriptionId: string;
    clientState: string;
    tenantId: string;
    lifecycleEvent?: string;
    encryptedContent: { data: string; dataSignature: string; dataKey: string };
  }[];
  validationTokens: [string];
}

/** A subscriber, the cloud, and a meeting. */
async function startSubscriber(settings: Partial<LocalSettings> = {}) {
  const received: Notification[] = [];
  let answer: (token: string) => [status: number, type: string, text: string] = (token) => [
    200,
    "text/plain",
    token,
  ];
  const server: RunningServer = await listen(
    (request, response) => {
      const token = new URL(request.url ?? "", "http://x").searchParams.get("validationToken");
      void readText(request).then((text) => {
        if (token === null) received.push(JSON.parse(text) as Notification);
        const [status, type, body] = token === null ? [202, "text/plain", ""] : answer(token);
        response.writeHead(status, { "content-type": type }).end(body);
      });
    },
    { host: "127.0.0.1", port: 0 },
  );
  servers.push(server);
  const cloud = await startCloud({
    appRoles: ["OnlineMeetings.ReadWrite.All", "OnlineMeetingArtifact.Read.All"],
    notificationOrigin: server.url,
    ...settings,
  });
  const { body: meeting } = await cloud.meet(
    { externalId: "x", chatInfo: { threadId: CHANNEL } },
    { version: "beta" },
  );
  const token = await cloud.appToken();
  const subscription = {
    changeType: "updated",
    resource: `communications/onlineMeetings(joinWebUrl='${encodeURIComponent(meeting.joinWebUrl)}')/meetingCallEvents`,
    notificationUrl: NOTIFICATION_URL,
    lifecycleNotificationUrl: NOTIFICATION_URL,
    clientState: "secret",
    includeResourceData: true,
    encryptionCertificate: new X509Certificate(makeCertificate().certificate).raw.toString(
      "base64",
    ),
    encryptionCertificateId: "one",
    expirationDateTime: "2020-09-12T06:30:18.061Z",
  };
  return {
    cloud,
    meeting,
    received,
    subscription,
    answerWith: (next: typeof answer) => void (answer = next),
    call: (method: string, path: string, body?: unknown) =>
      cloud.call(method, path, { token, body }),
    subscribe: (changes: object = {}) =>
      cloud.call("POST", PATH, { token, body: { ...subscription, ...changes } }),
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Decrypts as Microsoft's page says, without the cloud's code. */
function decrypt({ data, dataKey, dataSignature }: Notification["value"][0]["encryptedContent"]) {
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const key = privateDecrypt(
    { key: CERTIFICATE_PAIR.privateKey, padding },
    Buffer.from(dataKey, "base64"),
  );
  const encrypted = Buffer.from(data, "base64");
  expect(createHmac("sha256", key).update(encrypted).digest("base64")).toBe(dataSignature);
  const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16));
  const text = Buffer.concat([decipher.update(encrypted), decipher.final()]).toString();
  return JSON.parse(text) as Record<string, unknown>;
}

const servers: RunningServer[] = [];

describe("call events of the embedded Graph", () => {
  afterEach(async () => {
    await stopClouds();
    for (const server of servers.splice(0)) await server.stop(0);
  });

  test("are signed, encrypted, and have the fields of the reference", async () => {
    const { cloud, subscribe, meeting, received } = await startSubscriber();
    const { status, body } = await subscribe();
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({ changeType: "updated", applicationId: APP, clientState: "secret" }),
    ]);
    const ada = { id: "ada", displayName: "Ada" };
    await cloud.changeCall({ joinWebUrl: meeting.joinWebUrl, joined: [ada] });
    const [notification] = received;
    const { value = [], validationTokens = [""] } = notification ?? {};
    expect(value).toMatchObject([
      { subscriptionId: body.id, clientState: "secret", tenantId: TENANT, changeType: "updated" },
      { subscriptionId: body.id },
    ]);
    const claims = verify(validationTokens[0], SIGNING_PAIR.publicKey, {
      algorithms: ["RS256"],
      clockTimestamp: Date.parse("2020-09-11T06:31:00Z") / 1000,
    });
    expect(claims).toMatchObject({
      aud: APP,
      iss: `https://sts.windows.net/${TENANT}/`,
      appid: "0bf30f3b-4a52-48df-9a82-234910c4a086",
    });
    expect(value.map(({ encryptedContent }) => decrypt(encryptedContent))).toMatchObject([
      { eventType: "callStarted", eventDateTime: "2020-09-11T06:30:18.061Z" },
      {
        eventType: "rosterUpdated",
        "participants@delta": [{ id: "ada", isInLobby: false, info: { identity: { user: ada } } }],
      },
    ]);
    expect(JSON.stringify(notification)).not.toContain("Ada");
  });

  test("tell who left, and the end", async () => {
    const { cloud, subscribe, meeting, received } = await startSubscriber();
    await subscribe();
    const { joinWebUrl } = meeting;
    await cloud.changeCall({ joinWebUrl, joined: [{ id: "ada" }] });
    await cloud.changeCall({ joinWebUrl, left: ["ada"], end: true });
    const events = received[1]?.value.map(({ encryptedContent }) => decrypt(encryptedContent));
    expect(events).toMatchObject([
      { "participants@delta": [{ id: "ada", removedState: { reason: expect.any(String) } }] },
      { eventType: "callEnded" },
    ]);
  });

  test("can be twice, reversed, with the other field, with a version 2 token, and tell who is there", async () => {
    const { cloud, subscribe, meeting, received } = await startSubscriber({
      notifications: "twice",
      notificationOrder: "reversed",
      callEventField: "callEventType",
      validationTokenVersion: "2.0",
      subscribingDuringCall: "roster",
    });
    const { joinWebUrl } = meeting;
    await cloud.changeCall({ joinWebUrl, joined: [{ id: "bo" }] });
    await subscribe();
    await cloud.changeCall({ joinWebUrl, joined: [{ id: "ada" }], end: true });
    const [greeting, again, change, changeAgain] = received;
    expect([again, changeAgain]).toEqual([greeting, change]);
    expect(greeting?.value.map(({ encryptedContent }) => decrypt(encryptedContent))).toMatchObject([
      { "participants@delta": [{ id: "bo" }] },
    ]);
    expect(change?.value.map(({ encryptedContent }) => decrypt(encryptedContent))).toMatchObject([
      { callEventType: "callEnded" },
      { callEventType: "rosterUpdated" },
    ]);
    const payload = change?.validationTokens[0].split(".")[1] ?? "";
    expect(Buffer.from(payload, "base64url").toString()).toContain('"azp":"0bf30f3b');
  });

  test.each<[string, object]>([
    [
      "a link that isn't encoded",
      {
        resource:
          "communications/onlineMeetings(joinWebUrl='https://teams.microsoft.com/l/x')/meetingCallEvents",
      },
    ],
    ["another resource", { resource: "/users" }],
    ["another change type", { changeType: "created" }],
    ["an expiry after 70.5 hours", { expirationDateTime: "2020-09-14T05:01:00Z" }],
    ["an expiry in the past", { expirationDateTime: "2020-09-11T06:00:00Z" }],
    ["an address without https", { notificationUrl: "http://rendezvous.example.com/" }],
    ["a long client state", { clientState: "x".repeat(129) }],
    ["no certificate", { encryptionCertificate: undefined }],
    ["something else as certificate", { encryptionCertificate: "YWJj" }],
    ["no lifecycle address", { lifecycleNotificationUrl: undefined }],
  ])("aren't sent with %s: 400", async (_, changes) => {
    const { subscribe } = await startSubscriber();
    expect((await subscribe(changes)).status).toBe(400);
  });

  test.each<[string, [number, string, string]]>([
    ["an error", [500, "text/plain", ""]],
    ["another token", [200, "text/plain", "another"]],
    ["HTML", [200, "text/html", ""]],
  ])(
    "aren't sent to a subscriber that answers the validation with %s",
    async (_, [status, type, text]) => {
      const { subscribe, answerWith } = await startSubscriber();
      answerWith((token) => [status, type, text || token]);
      const { status: refused, body } = await subscribe();
      expect([refused, body.error.code]).toEqual([400, "ValidationError"]);
    },
  );

  test("need a permission, beta, and room; a meeting has one subscription per app", async () => {
    const { cloud, subscribe, call } = await startSubscriber({ subscriptionQuota: 1 });
    const { body } = await subscribe();
    expect((await subscribe()).status).toBe(409);
    cloud.settings.subscriptionQuota = 0;
    await call("DELETE", `${PATH}/${body.id}`);
    expect((await subscribe()).status).toBe(403);
    expect((await call("POST", "/v1.0/subscriptions", {})).status).toBe(400);
    cloud.settings.appRoles = [];
    const token = await cloud.appToken();
    expect((await cloud.call("GET", PATH, { token })).status).toBe(403);
    expect((await cloud.call("GET", PATH, { token: cloud.userToken() })).status).toBe(403);
  });

  test("are listed, renewed, deleted, and expire", async () => {
    const { cloud, subscribe, call } = await startSubscriber();
    const { body } = await subscribe();
    const path = `${PATH}/${body.id}`;
    expect((await call("GET", PATH)).body.value).toEqual([body]);
    const expirationDateTime = "2020-09-13T06:30:18.061Z";
    expect((await call("PATCH", path, { expirationDateTime })).body).toEqual({
      ...body,
      expirationDateTime,
    });
    cloud.setNow("2020-09-13T07:00:00Z");
    const token = await cloud.appToken();
    expect((await cloud.call("PATCH", path, { token, body: { expirationDateTime } })).status).toBe(
      404,
    );
    cloud.setNow("2020-09-11T06:30:18.061Z");
    await subscribe();
    const id = cloud.subscriptions()[0]?.id ?? "";
    expect((await call("DELETE", `${PATH}/${id}`)).status).toBe(204);
    expect((await call("GET", `${PATH}/${id}`)).status).toBe(404);
  });

  test("send lifecycle notifications when the control surface says so", async () => {
    const { cloud, subscribe, received } = await startSubscriber();
    const { body } = await subscribe();
    const event = { subscriptionId: body.id, lifecycleEvent: "subscriptionRemoved" };
    const answer = await cloud.call("POST", "/_local/lifecycle-notifications", { body: event });
    expect([answer.status, received[0]?.value]).toEqual([
      204,
      [expect.objectContaining({ ...event, clientState: "secret", tenantId: TENANT })],
    ]);
    expect(cloud.subscriptions()).toEqual([]);
  });

  test("lead to attendance reports of all meetings of a channel, without names", async () => {
    const { cloud, meeting, call } = await startSubscriber({ attendanceDelaySeconds: 60 });
    const other = await cloud.meet(
      { externalId: "y", chatInfo: { threadId: CHANNEL } },
      { version: "beta" },
    );
    const body = {
      joinWebUrl: meeting.joinWebUrl,
      joined: [{ id: "ada" }, { id: "ada", participantId: "phone" }, { id: "bo", isInLobby: true }],
    };
    expect((await cloud.call("POST", "/_local/calls", { body })).status).toBe(204);
    cloud.setNow("2020-09-11T07:15:00Z");
    await cloud.changeCall({ joinWebUrl: meeting.joinWebUrl, end: true });
    const path = `/v1.0/users/8716745d-77a9-4be3-afff-009e4b81658e/onlineMeetings/${encodeURIComponent(other.body.id)}/attendanceReports`;
    expect((await call("GET", path)).body.value).toEqual([]);
    cloud.setNow("2020-09-11T07:16:00Z");
    expect((await call("GET", path)).body.value).toEqual([
      {
        id: expect.any(String),
        totalParticipantCount: 1,
        meetingStartDateTime: "2020-09-11T06:30:18.061Z",
        meetingEndDateTime: "2020-09-11T07:15:00.000Z",
      },
    ]);
    cloud.settings.appRoles = ["OnlineMeetings.ReadWrite.All"];
    const token = await cloud.appToken();
    expect((await cloud.call("GET", path, { token })).status).toBe(403);
  });
});
