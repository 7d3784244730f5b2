import { createHmac, sign } from "node:crypto";
import type { CallChange } from "../../src/local/graph/calls/call-log";
import { ada, bo, groupChat, message, TENANT } from "../support/activities";
import {
  meetAndSubscribe,
  notificationCertificate,
  recordOf,
  withCallEvents,
} from "../support/call-events";
import { cardOfAnswer, textOf } from "../support/cards";
import { press } from "../support/press";
import { OTHER_PAIR, SIGNING_PAIR } from "../support/rsa-pairs";
import { startApp } from "../support/start-app";
import { useApp } from "../support/use-app";

const PATH = "/api/graph-events";

interface Notification {
  value: Record<string, unknown>[];
  validationTokens?: string[];
}

describe("Graph's call events", () => {
  const app = useApp(() => withCallEvents());

  async function post(body: unknown): Promise<number> {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const headers = { "content-type": "application/json" };
    const { status } = await fetch(app.url + PATH, { method: "POST", headers, body: text });
    return status;
  }

  /** Changes the call of the meeting in the General channel, and waits for all effects. */
  async function change(call: Omit<CallChange, "joinWebUrl">): Promise<void> {
    const { joinWebUrl } = (await recordOf(app)).meeting;
    await app.cloud.changeCall({ joinWebUrl, ...call });
    await app.drain();
  }

  /** A real notification that hasn't arrived yet. */
  async function intercept(call: Omit<CallChange, "joinWebUrl">): Promise<Notification> {
    const { notificationOrigin } = app.cloud.settings;
    app.cloud.settings.notificationOrigin = "http://127.0.0.1:9";
    await change(call);
    app.cloud.settings.notificationOrigin = notificationOrigin;
    return JSON.parse(app.cloud.deliveries().at(-1)?.body ?? "") as Notification;
  }

  async function presentCount(): Promise<number | undefined> {
    const { session } = await recordOf(app);
    return session && (session.people ?? []).filter(({ isIn }) => isIn).length;
  }

  test("say who is in the call, by hashes only, and when it ends", async () => {
    await meetAndSubscribe(app);
    await change({ start: true });
    await app.clock.advance(1_000);
    await change({
      joined: [
        { id: ada.aadId, displayName: "Ada Lovelace" },
        { id: "guest-1", kind: "guest", displayName: "Gus" },
        { id: "+15550100", kind: "phone" },
        { id: "waiting", displayName: "Lobby", isInLobby: true },
      ],
    });
    const { session } = await recordOf(app);
    expect(session?.startedAt).toBe("2026-11-20T09:00:00.000Z");
    expect(await presentCount()).toBe(3);
    await app.clock.advance(60_000);
    await change({ left: ["guest-1"] });
    expect(await presentCount()).toBe(2);
    await change({ end: true });
    expect((await recordOf(app)).session?.endedAt).toBe("2026-11-20T09:01:01.000Z");
    const stored = JSON.stringify(await recordOf(app)).replace(/"requestedBy":.*?}/, "");
    for (const secret of ["Gus", "Lobby", "guest-1", "+15550100"]) {
      expect(stored).not.toContain(secret);
      expect(JSON.stringify(app.log)).not.toContain(secret);
    }
    expect(app.log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });

  test("count people, not their devices or who waits in the lobby", async () => {
    await meetAndSubscribe(app);
    const { sent } = await app.turn(message("meet", { from: ada }));
    const look = async () => {
      await app.drain();
      const { answer } = await app.turn(press(sent[0], "Refresh", { from: ada }));
      return textOf(cardOfAnswer(answer));
    };
    await change({
      joined: [
        { id: ada.aadId, participantId: "laptop" },
        { id: ada.aadId, participantId: "phone" },
        { id: bo.aadId, participantId: "bo" },
        { id: "curious", participantId: "curious", isInLobby: true },
      ],
    });
    expect(await look()).toContain("2 people");
    await app.clock.advance(10_000);
    await change({ left: ["laptop", "curious"] });
    expect(await look()).toContain("2 people");
    await app.clock.advance(10_000);
    await change({ left: ["phone"] });
    expect(await look()).toContain("1 person");
    await change({ end: true });
    expect(await look()).toMatch(/Ended .* 2 people/);
  });

  test("count 100 people who each come back several times", async () => {
    await meetAndSubscribe(app);
    const { sent } = await app.turn(message("meet", { from: ada }));
    const people = Array.from({ length: 100 }, (_, index) => `person-${index}`);
    await change({ joined: people.map((id) => ({ id, participantId: `${id}-0` })) });
    for (const time of [1, 2, 3, 4, 5]) {
      await app.clock.advance(10_000);
      await change({ left: people.map((id) => `${id}-${time - 1}`) });
      await change({ joined: people.map((id) => ({ id, participantId: `${id}-${time}` })) });
    }
    const { answer } = await app.turn(press(sent[0], "Refresh", { from: ada }));
    expect(textOf(cardOfAnswer(answer))).toContain("100 people");
  });

  test("count a person once, whether Teams or Graph tells of them", async () => {
    const joinWebUrl = await meetAndSubscribe(app);
    await change({ joined: [{ id: ada.aadId.toUpperCase() }] });
    await app.turn({
      ...message("", { from: ada }),
      type: "event",
      name: "application/vnd.microsoft.meetingStart",
      value: { JoinUrl: joinWebUrl, StartTime: app.clock.now().toISOString() },
    });
    expect(await presentCount()).toBe(1);
  });

  test("arrive for the meeting of a group chat, too", async () => {
    const joinWebUrl = await meetAndSubscribe(app, "meet", groupChat);
    await app.cloud.changeCall({ joinWebUrl, start: true });
    await app.drain();
    expect((await recordOf(app, groupChat)).session).toMatchObject({ joinWebUrl });
  });

  test.each([
    ["twice", { notifications: "twice" }],
    ["in reverse order", { notificationOrder: "reversed" }],
    ["with the field of the metadata", { callEventField: "callEventType" }],
    ["with version 2.0 tokens", { validationTokenVersion: "2.0" }],
  ] as const)("count the same when they come %s", async (_, settings) => {
    Object.assign(app.cloud.settings, settings);
    await meetAndSubscribe(app);
    await change({ joined: [{ id: "one" }, { id: "two" }], left: ["two"] });
    expect(await presentCount()).toBe(1);
    expect((await recordOf(app)).session?.startedAt).toBe("2026-11-20T09:00:00.000Z");
  });

  test("tell at once who is in a call that was going on when the app subscribed", async () => {
    app.cloud.settings.subscribingDuringCall = "roster";
    await app.turn(message("meet", { from: ada }));
    await change({ joined: [{ id: "one" }] });
    await app.clock.runUntil(app.runDue());
    await change({ joined: [{ id: "two" }] });
    expect(await presentCount()).toBe(2);
  });

  test("change nothing when they are replayed, even later", async () => {
    await meetAndSubscribe(app);
    await change({ joined: [{ id: "one" }] });
    const replayed = app.cloud.deliveries().at(-1)?.body;
    await app.clock.advance(60_000);
    await change({ left: ["one"] });
    await change({ end: true });
    const before = await recordOf(app);
    expect(await post(replayed)).toBe(202);
    await app.drain();
    expect(await recordOf(app)).toEqual(before);
  });

  describe("that aren't Graph's, or were changed", () => {
    const encrypted = (item: Notification) =>
      item.value[0]?.encryptedContent as Record<string, string>;
    const resign = (token: string, claims: object, key = SIGNING_PAIR.privateKey) => {
      const [header = "", payload = ""] = token.split(".");
      const json = JSON.parse(Buffer.from(payload, "base64url").toString()) as object;
      const changed = Buffer.from(JSON.stringify({ ...json, ...claims })).toString("base64url");
      const signature = sign("sha256", Buffer.from(`${header}.${changed}`), key);
      return `${header}.${changed}.${signature.toString("base64url")}`;
    };
    const withClaims =
      (claims: object, key?: typeof SIGNING_PAIR.privateKey) => (one: Notification) => ({
        ...one,
        validationTokens: one.validationTokens?.map((token) => resign(token, claims, key)),
      });
    const withItem = (changes: object) => (one: Notification) => ({
      ...one,
      value: one.value.map((item) => ({ ...item, ...changes })),
    });
    const withContent =
      (changes: (content: Record<string, string>) => object) => (one: Notification) =>
        withItem({ encryptedContent: { ...encrypted(one), ...changes(encrypted(one)) } })(one);

    test.each<[string, (one: Notification) => unknown, string]>([
      ["no validation token", ({ value }) => ({ value }), "invalid validation token"],
      [
        "a token that another key signed",
        withClaims({}, OTHER_PAIR.privateKey),
        "invalid validation token",
      ],
      ["a token of another publisher", withClaims({ appid: TENANT }), "invalid validation token"],
      ["a token for another app", withClaims({ aud: TENANT }), "invalid validation token"],
      [
        "a token of another issuer",
        withClaims({ iss: "https://example.com/" }),
        "invalid validation token",
      ],
      ["a token that has expired", withClaims({ exp: 1_700_000_000 }), "invalid validation token"],
      ["a token without an expiry", withClaims({ exp: undefined }), "invalid validation token"],
      [
        "a token of another tenant",
        withClaims({ tid: undefined, iss: `https://sts.windows.net/${ada.aadId}/` }),
        "invalid validation token",
      ],
      [
        "an unsigned token",
        (one) => ({
          ...one,
          validationTokens: one.validationTokens?.map((token) =>
            token.replace(/^[^.]+/, Buffer.from('{"alg":"none"}').toString("base64url")),
          ),
        }),
        "invalid validation token",
      ],
      [
        "one valid token and a forged one",
        (one) => ({ ...one, validationTokens: [...(one.validationTokens ?? []), "x"] }),
        "invalid validation token",
      ],
      ["another client state", withItem({ clientState: "x" }), "wrong client state"],
      ["no client state", withItem({ clientState: undefined }), "wrong client state"],
      ["no content", withItem({ encryptedContent: undefined }), "content can't be decrypted"],
      [
        "another signature",
        withContent(() => ({ dataSignature: createHmac("sha256", "x").digest("base64") })),
        "content can't be decrypted",
      ],
      [
        "truncated data",
        withContent(({ data = "" }) => ({ data: data.slice(0, 40) })),
        "content can't be decrypted",
      ],
      [
        "a truncated key",
        withContent(({ dataKey = "" }) => ({ dataKey: dataKey.slice(0, 40) })),
        "content can't be decrypted",
      ],
      [
        "a certificate that isn't ours",
        withContent(() => ({ encryptionCertificateId: "x" })),
        "content can't be decrypted",
      ],
    ])("are accepted and ignored: %s", async (_, forge, reason) => {
      await meetAndSubscribe(app);
      const real = await intercept({ joined: [{ id: "one" }] });
      const before = await recordOf(app);
      expect(await post(forge(real))).toBe(202);
      await app.drain();
      expect(await recordOf(app)).toEqual(before);
      expect(app.log.filter(({ level }) => level === 40)).toEqual([
        { level: 40, reason, msg: "ignored a notification from Graph" },
      ]);
      expect(await post(real)).toBe(202);
      await app.drain();
      expect(await presentCount()).toBe(1);
    });

    test("are accepted and ignored: an unknown subscription, which is looked for twice", async () => {
      await meetAndSubscribe(app);
      const real = await intercept({ joined: [{ id: "one" }] });
      expect(await post(withItem({ subscriptionId: TENANT })(real))).toBe(202);
      await app.clock.runUntil(app.drain());
      expect((await recordOf(app)).session).toBeUndefined();
      expect(app.log.at(-1)).toMatchObject({ reason: "unknown subscription" });
    });

    test.each([
      ["no JSON", "x", 400],
      ["no collection", {}, 400],
      ["half a body", '{"value":[{"subscr', 400],
      ["too much", JSON.stringify({ value: [], x: "x".repeat(1_100_000) }), 413],
      ["nothing", { value: [] }, 202],
      ["items of another shape", { value: [1, null, { subscriptionId: 1 }] }, 202],
    ])("get an answer: %s", async (_, body, status) => {
      expect(await post(body)).toBe(status);
    });
  });

  test("the address returns Graph's validation token as text, decoded, and only by POST", async () => {
    const token = "Validation: <b>é</b> +1%";
    const url = `${app.url}${PATH}?validationToken=${encodeURIComponent(token)}`;
    const response = await fetch(url, { method: "POST" });
    expect([response.status, await response.text()]).toEqual([200, token]);
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await fetch(url)).status).toBe(405);
    const long = `${app.url}${PATH}?validationToken=${"x".repeat(3_000)}`;
    expect((await fetch(long, { method: "POST" })).status).toBe(400);
  });

  test("are readable with the previous certificate while it's being replaced", async () => {
    await meetAndSubscribe(app);
    const { store, cloud, clock } = app;
    const certificates = [notificationCertificate(OTHER_PAIR), notificationCertificate()];
    const next = await startApp({
      store,
      cloud,
      clock,
      config: { liveStatus: "graph", notificationCertificates: certificates },
    });
    cloud.settings.notificationOrigin = next.url;
    const { joinWebUrl } = (await recordOf(app)).meeting;
    await cloud.changeCall({ joinWebUrl, start: true });
    await next.drain();
    expect((await recordOf(app)).session).toBeDefined();
    await next.stop();
  });
});

describe.each(["bot", "off"] as const)("LIVE_STATUS=%s", (liveStatus) => {
  const app = useApp({ config: { liveStatus } });

  test("serves nothing to Graph, and asks it for nothing", async () => {
    await app.turn(message("meet", { from: ada }));
    await app.runDue();
    const requests = app.cloud.requests().map(({ path }) => path);
    expect(requests.filter((path) => !path.includes("createOrGet"))).toEqual([]);
    const response = await fetch(`${app.url}${PATH}?validationToken=x`, { method: "POST" });
    expect(response.status).toBe(404);
    expect(app.log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });

  test("follows Teams' events only if it's bot", async () => {
    const joinWebUrl = await meetAndSubscribe(app);
    await app.turn({
      ...message("", { from: ada }),
      type: "event",
      name: "application/vnd.microsoft.meetingStart",
      value: { JoinUrl: joinWebUrl, StartTime: app.clock.now().toISOString() },
    });
    expect((await recordOf(app)).session !== undefined).toBe(liveStatus === "bot");
  });
});
