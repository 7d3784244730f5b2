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

  test("apply to the next calls, and later calls succeed", async () => {
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
    ["an empty body", "", "text/plain", ""],
  ])("can respond with %s", async (_, body, type, text) => {
    const cloud = await startCloud();
    cloud.addFault({ match: "createOrGet", status: 502, body });
    const answer = await cloud.meet({ externalId: "x" });
    expect([answer.status, answer.text]).toEqual([502, text]);
    expect(answer.headers.get("content-type")).toContain(type);
    expect(answer.headers.get("request-id")).toBeTruthy();
  });

  test("can cut the connection in the middle of a body", async () => {
    const cloud = await startCloud();
    cloud.addFault({ match: "createOrGet", status: 200, body: '{"id":"1"}', drop: true });
    await expect(cloud.meet({ externalId: "x" })).rejects.toThrow("terminated");
    expect(cloud.meetings()).toEqual([]);
  });

  test("can cut the connection, and the log has no status", async () => {
    const cloud = await startCloud();
    cloud.addFault({ match: "createOrGet", drop: true });
    await expect(cloud.meet({ externalId: "x" })).rejects.toThrow("fetch failed");
    expect(cloud.requests()).toMatchObject([
      { path: PATH, body: { externalId: "x" }, status: null },
    ]);
    expect(cloud.meetings()).toEqual([]);
  });

  test("can delay a call that is logged at once and then succeeds", async () => {
    const { sleep, started, wake } = createManualSleep();
    const cloud = await startCloud({}, { sleep });
    cloud.addFault({ match: "createOrGet", delayMs: 9000 });
    const answer = cloud.meet({ externalId: "x" });
    expect(await started).toBe(9000);
    expect(cloud.requests()).toMatchObject([{ status: null }]);
    wake();
    expect((await answer).status).toBe(201);
  });

  test("replace faults with the same match, and otherwise apply oldest first", async () => {
    const cloud = await startCloud();
    cloud.addFault({ match: "createOrGet", times: 5, status: 500 });
    cloud.addFault({ match: "onlineMeetings", status: 503 });
    cloud.addFault({ match: "createOrGet", status: 504 });
    const first = await cloud.meet({ externalId: "x" });
    const second = await cloud.meet({ externalId: "x" });
    const third = await cloud.meet({ externalId: "x" });
    expect([first.status, second.status, third.status]).toEqual([503, 504, 201]);
  });

  test("don't affect other calls, and clearing returns the unused ones", async () => {
    const cloud = await startCloud();
    await post(cloud, { match: "nowhere", times: 3, status: 500 });
    await post(cloud, { match: "createOrGet", delayMs: 1 });
    expect((await cloud.meet({ externalId: "x" })).status).toBe(201);
    const left = [{ match: "nowhere", times: 3, status: 500, delayMs: 0, drop: false }];
    const listed = await cloud.call("GET", "/_local/faults");
    expect(JSON.parse(listed.text)).toEqual(left);
    const cleared = await cloud.call("DELETE", "/_local/faults");
    expect(JSON.parse(cleared.text)).toEqual(left);
    expect(cloud.clearFaults()).toEqual([]);
  });

  test("match both the encoded and the decoded path", async () => {
    const cloud = await startCloud();
    const token = await cloud.appToken();
    cloud.addFault({ match: "a=b", status: 500 });
    const path = `/v1.0/users/${ADA}/onlineMeetings/a%3Db`;
    expect((await cloud.call("GET", path, { token })).status).toBe(500);
  });

  test("apply to the token endpoint too", async () => {
    const cloud = await startCloud();
    cloud.addFault({ match: `${TENANT}/oauth2`, status: 503 });
    const { status, body } = await requestToken(cloud.url, TENANT, {});
    expect([status, body.error]).toEqual([503, "temporarily_unavailable"]);
  });

  test.each([
    ["no match", { status: 500 }, '"match": '],
    ["no failure", { match: "x" }, "says what goes wrong"],
    ["a body without a status", { match: "x", body: "oops", delayMs: 1 }, 'needs a "status"'],
    ["an unknown field", { match: "x", status: 500, time: 2 }, "time"],
    ["a count of zero", { match: "x", status: 500, times: 0 }, '"times": '],
    ["no JSON", "{", "not JSON"],
  ])("are rejected in one sentence for %s", async (_, fault, words) => {
    const cloud = await startCloud();
    const { status, body } = await post(cloud, fault);
    expect(status).toBe(400);
    expect(body.error).toEqual(expect.stringContaining(words));
    expect(cloud.clearFaults()).toEqual([]);
  });
});
