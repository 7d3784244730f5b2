import {
  ADA,
  createManualSleep,
  requestToken,
  startCloud,
  stopClouds,
  TENANT,
  type TestCloud,
} from "./cloud";

const PATH = `/v1.0/users/${ADA}/onlineMeetings/createOrGet`;

async function post(cloud: TestCloud, fault: unknown) {
  return cloud.call("POST", "/_local/faults", { body: fault });
}

describe("planned failures", () => {
  afterEach(stopClouds);

  test("answer the next calls as planned, and then the calls go through", async () => {
    const cloud = await startCloud();
    const fault = {
      match: "createOrGet",
      times: 2,
      status: 429,
      headers: { "Retry-After": "2.128" },
    };
    expect((await post(cloud, fault)).status).toBe(201);
    const one = await cloud.meet({ externalId: "x" });
    const two = await cloud.meet({ externalId: "x" });
    const three = await cloud.meet({ externalId: "x" });
    expect([one.status, two.status, three.status]).toEqual([429, 429, 201]);
    expect(one.headers.get("retry-after")).toBe("2.128");
    expect(one.body.error).toMatchObject({ code: "TooManyRequests" });
    expect(cloud.requests().map((request) => request.status)).toEqual([429, 429, 201]);
  });

  test.each([
    ["an object", { error: { code: "Odd" } }, "application/json", '{"error":{"code":"Odd"}}'],
    ["HTML", "<h1>Bad gateway</h1>", "text/html", "<h1>Bad gateway</h1>"],
    ["text", "oops", "text/plain", "oops"],
    ["nothing", "", "text/plain", ""],
  ])("can answer %s", async (_, body, type, text) => {
    const cloud = await startCloud();
    cloud.addFault({ match: "createOrGet", status: 502, body });
    const answer = await cloud.meet({ externalId: "x" });
    expect([answer.status, answer.text]).toEqual([502, text]);
    expect(answer.headers.get("content-type")).toContain(type);
    expect(answer.headers.get("request-id")).toBeTruthy();
  });

  test("can cut the connection, which the log shows without a status", async () => {
    const cloud = await startCloud();
    cloud.addFault({ match: "createOrGet", drop: true });
    await expect(cloud.meet({ externalId: "x" })).rejects.toThrow("fetch failed");
    expect(cloud.requests()).toMatchObject([
      { path: PATH, body: { externalId: "x" }, status: null },
    ]);
    expect(cloud.meetings()).toEqual([]);
  });

  test("can only delay: the log shows the call at once, and the call then goes through", async () => {
    const gate = createManualSleep();
    const cloud = await startCloud({}, { sleep: gate.sleep });
    cloud.addFault({ match: "createOrGet", delayMs: 9000 });
    const answer = cloud.meet({ externalId: "x" });
    expect(await gate.begun).toBe(9000);
    expect(cloud.requests()).toMatchObject([{ status: null }]);
    gate.open();
    expect((await answer).status).toBe(201);
  });

  test("with the same match replace each other; with others all happen, the oldest first", async () => {
    const cloud = await startCloud();
    cloud.addFault({ match: "createOrGet", times: 5, status: 500 });
    cloud.addFault({ match: "onlineMeetings", status: 503 });
    cloud.addFault({ match: "createOrGet", status: 504 });
    const first = await cloud.meet({ externalId: "x" });
    const second = await cloud.meet({ externalId: "x" });
    const third = await cloud.meet({ externalId: "x" });
    expect([first.status, second.status, third.status]).toEqual([503, 504, 201]);
  });

  test("leave other calls alone, and the unused ones are told on clearing", async () => {
    const cloud = await startCloud();
    await post(cloud, { match: "nowhere", times: 3, status: 500 });
    expect((await cloud.meet({ externalId: "x" })).status).toBe(201);
    const cleared = await cloud.call("DELETE", "/_local/faults");
    expect(JSON.parse(cleared.text)).toEqual([
      { match: "nowhere", times: 3, status: 500, delayMs: 0, drop: false },
    ]);
    expect(cloud.clearFaults()).toEqual([]);
  });

  test("match the meeting's id as it is written and as it is sent", async () => {
    const cloud = await startCloud();
    const token = await cloud.appToken();
    cloud.addFault({ match: "a=b", status: 500 });
    const path = `/v1.0/users/${ADA}/onlineMeetings/a%3Db`;
    expect((await cloud.call("GET", path, { token })).status).toBe(500);
  });

  test("happen to the token endpoint too", async () => {
    const cloud = await startCloud();
    cloud.addFault({ match: `${TENANT}/oauth2`, status: 503 });
    const { status, body } = await requestToken(cloud.url, TENANT, {});
    expect([status, body.error]).toEqual([503, "temporarily_unavailable"]);
  });

  test.each([
    ["no match", { status: 500 }, '"match": '],
    ["nothing that goes wrong", { match: "x" }, "says what goes wrong"],
    ["a body without a status", { match: "x", body: "oops", delayMs: 1 }, 'needs a "status"'],
    ["a field that is none", { match: "x", status: 500, time: 2 }, "time"],
    ["a count of nothing", { match: "x", status: 500, times: 0 }, '"times": '],
    ["no JSON", "{", "not JSON"],
  ])("are refused with one sentence for %s", async (_, fault, words) => {
    const cloud = await startCloud();
    const { status, body } = await post(cloud, fault);
    expect(status).toBe(400);
    expect(body.error).toEqual(expect.stringContaining(words));
    expect(cloud.clearFaults()).toEqual([]);
  });
});
