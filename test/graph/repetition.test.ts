import { randomUUID } from "node:crypto";
import { readRetryAfterSeconds } from "../../src/resilience/retry-after";
import type { Fault } from "../../src/local/local-cloud";
import { general } from "../support/activities";
import { aRequest, useGraph } from "../support/graph";

const graph = useGraph();

function plan(fault: Partial<Fault>): void {
  graph.cloud.addFault({ match: "createOrGet", ...fault });
}

function bearerOf({ headers }: { headers: Headers }): string | null {
  return headers.get("authorization");
}

describe("a token that Graph rejects", () => {
  test("is replaced once, and the call succeeds", async () => {
    const { onlineMeetings, toGraph, toTokens } = graph.connect();
    plan({ status: 401 });
    const { wasCreated } = await onlineMeetings.createOrGet(aRequest());
    expect(wasCreated).toBe(true);
    expect(toTokens).toHaveLength(2);
    expect(toGraph).toHaveLength(2);
    expect(bearerOf(toGraph[0]!)).not.toBe(bearerOf(toGraph[1]!));
  });

  test("fails the call when Graph rejects the new one, too", async () => {
    const { onlineMeetings, toGraph, toTokens } = graph.connect();
    plan({ status: 401, times: 2 });
    await expect(onlineMeetings.createOrGet(aRequest())).rejects.toMatchObject({
      code: "token_refused",
      details: { status: 401, graphCode: "InvalidAuthenticationToken" },
    });
    expect([toGraph.length, toTokens.length]).toEqual([2, 2]);
  });

  test("costs one more request when our cache outlives it", async () => {
    const { onlineMeetings, toTokens } = graph.connect();
    await onlineMeetings.createOrGet(aRequest());
    await graph.clock.advance(2 * 60 * 60 * 1000);
    await onlineMeetings.createOrGet(aRequest());
    await onlineMeetings.createOrGet(aRequest());
    expect(graph.cloud.requests().map(({ status }) => status)).toEqual([201, 401, 201, 201]);
    expect(toTokens).toHaveLength(2);
  });
});

describe("a transient error", () => {
  test.each<[what: string, fault: Partial<Fault>]>([
    ["500", { status: 500 }],
    ["502", { status: 502 }],
    ["503", { status: 503 }],
    ["504", { status: 504 }],
    ["429", { status: 429 }],
    ["a connection that is cut", { drop: true }],
  ])("is retried at most twice: %s", async (_, fault) => {
    const { onlineMeetings } = graph.connect();
    plan({ ...fault, times: 2 });
    const { wasCreated } = await onlineMeetings.createOrGet(aRequest());
    expect(wasCreated).toBe(true);
    expect(graph.cloud.requests()).toHaveLength(3);
  });

  test.each<[what: string, fault: Partial<Fault>, code: string]>([
    ["503", { status: 503 }, "graph_unavailable"],
    ["429", { status: 429, headers: { "Retry-After": "0.01" } }, "throttled"],
    ["a connection that is cut", { drop: true }, "graph_unavailable"],
  ])("is reported when it persists: %s", async (_, fault, code) => {
    const { onlineMeetings } = graph.connect();
    plan({ ...fault, times: 3 });
    await expect(onlineMeetings.createOrGet(aRequest())).rejects.toMatchObject({ code });
    expect(graph.cloud.requests()).toHaveLength(3);
  });

  test("shares its retries with other transient errors", async () => {
    const { onlineMeetings } = graph.connect();
    plan({ match: "createOrGet", drop: true });
    plan({ match: "onlineMeetings", status: 503 });
    plan({ match: "users", status: 429 });
    await expect(onlineMeetings.createOrGet(aRequest())).rejects.toMatchObject({
      code: "throttled",
    });
    expect(graph.cloud.requests().map(({ status }) => status)).toEqual([null, 503, 429]);
  });

  test("leads to the same meeting when the first response was lost", async () => {
    const { onlineMeetings } = graph.connect({ lostAnswers: 1 });
    const { meeting, wasCreated } = await onlineMeetings.createOrGet(aRequest());
    expect(graph.cloud.requests().map(({ status }) => status)).toEqual([201, 200]);
    expect(graph.cloud.meetings().at(-1)?.id).toBe(meeting.id);
    expect(wasCreated).toBe(false);
  });
});

describe("a Retry-After", () => {
  test("is respected, including fractions of a second", async () => {
    const { onlineMeetings, retryDelays } = graph.connect();
    plan({ status: 429, headers: { "Retry-After": "2.128" } });
    await onlineMeetings.createOrGet(aRequest());
    expect(graph.cloud.requests()).toHaveLength(2);
    expect(retryDelays).toHaveLength(1);
    expect(retryDelays[0]).toBeGreaterThanOrEqual(2_128);
  });

  test.each([
    ["nothing", undefined],
    ["an empty string", ""],
    ["words", "soon"],
    ["a moment in the past", "Fri, 20 Nov 2026 08:00:00 GMT"],
    ["a negative number", "-5"],
    ["no number at all", "NaN"],
    ["zero", "0"],
  ])("of %s doesn't prevent a retry", async (_, value) => {
    const { onlineMeetings } = graph.connect();
    plan({ status: 429, ...(value !== undefined && { headers: { "Retry-After": value } }) });
    await onlineMeetings.createOrGet(aRequest());
    expect(graph.cloud.requests()).toHaveLength(2);
  });

  test.each([
    ["2.128", 2.128],
    ["30", 30],
    ["86400", 86_400],
    // the test clock stands at 09:00:00
    ["Fri, 20 Nov 2026 09:01:30 GMT", 90],
    ["1", 1],
  ])("of %s is beyond the deadline and fails at once: %d s", async (value, retryAfterSeconds) => {
    const { onlineMeetings } = graph.connect({ deadlineMs: 1000 });
    plan({ status: 429, headers: { "Retry-After": value } });
    await expect(onlineMeetings.createOrGet(aRequest())).rejects.toMatchObject({
      code: "throttled",
      details: { status: 429, retryAfterSeconds },
    });
    expect(graph.cloud.requests()).toHaveLength(1);
  });

  test("is compared with the remaining time", async () => {
    const { onlineMeetings } = graph.connect({
      deadlineMs: 10_000,
      beforeRequest: ({ url }) => {
        if (url.pathname.endsWith("createOrGet")) void graph.clock.advance(4000);
      },
    });
    plan({ match: "createOrGet", status: 429, headers: { "Retry-After": "0.01" } });
    plan({ match: "onlineMeetings", status: 429, headers: { "Retry-After": "3" } });
    await expect(onlineMeetings.createOrGet(aRequest())).rejects.toMatchObject({
      details: { retryAfterSeconds: 3 },
    });
    expect(graph.cloud.requests()).toHaveLength(2);
  });

  test.each([
    [null, undefined],
    ["", undefined],
    ["  ", undefined],
    ["soon", undefined],
    ["Infinity", undefined],
    ["2.128", 2.128],
    [" 7 ", 7],
    ["-1", 0],
    ["Fri, 20 Nov 2026 09:00:05 GMT", 5],
    ["Fri, 20 Nov 2026 08:59:00 GMT", 0],
    ["2026-11-20T09:00:02Z", 2],
  ])("of %j is %p seconds", (value, seconds) => {
    expect(readRetryAfterSeconds(value, new Date("2026-11-20T09:00:00Z"))).toBe(seconds);
  });
});

describe("the deadline of a call", () => {
  const LONG_MS = 60_000;

  test("ends a call without a response", async () => {
    const { onlineMeetings, getToken, warnings } = graph.connect({ deadlineMs: 50 });
    const request = aRequest();
    await getToken({ tenantId: request.tenantId });
    plan({ delayMs: LONG_MS });
    const failure = onlineMeetings.createOrGet(request).catch((error: unknown) => error);
    await graph.clock.waitForSleep(LONG_MS);
    await graph.clock.advance(49);
    expect(warnings).toEqual([]);
    await graph.clock.advance(1);
    expect(await failure).toMatchObject({ code: "graph_timeout" });
    expect(graph.cloud.requests()).toHaveLength(1);
    expect(warnings).toEqual([
      {
        fields: { deadlineMs: 50 },
        message: "Graph didn't answer before the deadline",
      },
    ]);
  });

  test("covers all retries together", async () => {
    const { onlineMeetings, getToken } = graph.connect({ deadlineMs: 8_000 });
    const request = aRequest();
    await getToken({ tenantId: request.tenantId });
    plan({ status: 503, delayMs: 4_500, times: 3 });
    const failure = onlineMeetings.createOrGet(request).catch((error: unknown) => error);
    await graph.clock.waitForSleep(4_500);
    await graph.clock.advance(4_500);
    await graph.clock.waitForSleep(4_500);
    await graph.clock.advance(3_500);
    expect(await failure).toMatchObject({ code: "graph_timeout" });
    graph.cloud.clearFaults();
  });

  test("covers the second call without the channel", async () => {
    const { onlineMeetings, getToken } = graph.connect({ deadlineMs: 1_000 });
    const request = aRequest({ channelThreadId: general.threadId });
    await getToken({ tenantId: request.tenantId });
    plan({ match: "/beta/", status: 400, delayMs: 50 });
    plan({ match: "/v1.0/", delayMs: LONG_MS });
    const failure = onlineMeetings.createOrGet(request).catch((error: unknown) => error);
    await graph.clock.waitForSleep(50);
    await graph.clock.advance(50);
    await graph.clock.waitForSleep(LONG_MS);
    await graph.clock.advance(950);
    expect(await failure).toMatchObject({ code: "graph_timeout" });
  });

  test("covers the token request", async () => {
    const { onlineMeetings, toGraph } = graph.connect({ deadlineMs: 40 });
    plan({ match: "oauth2/v2.0/token", delayMs: LONG_MS });
    const failure = onlineMeetings
      .createOrGet(aRequest({ tenantId: randomUUID() }))
      .catch((error: unknown) => error);
    await graph.clock.waitForSleep(LONG_MS);
    await graph.clock.advance(40);
    expect(await failure).toMatchObject({ code: "graph_timeout" });
    expect(toGraph).toEqual([]);
  });

  test("leaves time for a slow response", async () => {
    const { onlineMeetings } = graph.connect();
    plan({ delayMs: 30 });
    const answer = onlineMeetings.createOrGet(aRequest());
    await graph.clock.waitForSleep(30);
    await graph.clock.advance(30);
    expect((await answer).wasCreated).toBe(true);
  });
});
