import { ADA, startCloud, stopClouds } from "./cloud";

const HOSTILE = `<script>alert(1)</script>"><img src=x onerror='alert(2)'>&amp;`;
const ESCAPED =
  "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&gt;" +
  "&lt;img src=x onerror=&apos;alert(2)&apos;&gt;&amp;amp;";

describe("the front page", () => {
  afterEach(stopClouds);

  test("has texts for empty lists", async () => {
    const { status, headers, text } = await (await startCloud()).call("GET", "/");
    expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(text).toContain("No meetings yet. Ask the bot for one.");
    expect(text).toContain("No requests yet.");
  });

  test("shows a meeting with a short organizer id, a readable start and its join link", async () => {
    const cloud = await startCloud();
    const body = { externalId: "sprint/1", subject: "Sprint review" };
    const { body: meeting } = await cloud.meet(body);
    const { text } = await cloud.call("GET", "/");
    expect(text).toContain("<h2>Meetings <small>1</small></h2>");
    expect(text).toContain("<bdi>Sprint review</bdi>");
    expect(text).toContain(`<code title="${ADA}">8716745d…</code>`);
    expect(text).toContain(">Fri, 11 Sep 2020 06:30 UTC</time>");
    expect(text).toContain(`<a href="${meeting.joinWebUrl}"`);
    expect(text).toContain("<code>sprint/1</code>");
  });

  test("shows the newest meeting first, and marks a missing subject", async () => {
    const cloud = await startCloud();
    await cloud.meet({ externalId: "first" });
    await cloud.meet({ externalId: "second" });
    const { text } = await cloud.call("GET", "/");
    expect(text).toContain("(no subject)");
    expect(text.indexOf("<code>second</code>")).toBeLessThan(text.indexOf("<code>first</code>"));
  });

  test("shows the last 20 requests, newest first, and the total", async () => {
    const cloud = await startCloud();
    await cloud.meet({ externalId: "x" });
    for (let id = 1; id <= 20; id += 1) await cloud.call("GET", `/beta/me/onlineMeetings/${id}`);
    const few = await cloud.call("GET", "/");
    const paths = [...few.text.matchAll(/title="\/beta\/me\/onlineMeetings\/(\d+)"/g)];
    const newestFirst = Array.from({ length: 20 }, (_, index) => String(20 - index));
    expect(paths.map(([, id]) => id)).toEqual(newestFirst);
    expect(few.text).toContain("<small>the last 20 of 21</small>");
    expect(few.text).not.toContain("createOrGet");
  });

  test("shows a request with its time, method, path and status", async () => {
    const cloud = await startCloud();
    await cloud.meet({ externalId: "x" });
    await cloud.call("GET", "/v1.0/me/onlineMeetings/1");
    const { text } = await cloud.call("GET", "/");
    expect(text).toContain(">06:30:18</time></td><td><code>POST</code></td>");
    expect(text).toContain(">/v1.0/users/8716745d…/onlineMeetings/createOrGet</code>");
    expect(text).toContain(`<td class="good">201</td>`);
    expect(text).toContain(`<td class="bad">401</td>`);
  });

  test("links readable endpoints, and refreshes itself", async () => {
    const { text } = await (await startCloud()).call("GET", "/");
    const links = [...text.matchAll(/href="(\/_local[^"]*)"/g)].map(([, path]) => path);
    expect(links).toEqual(["/_local/requests", "/_local/meetings", "/_local/settings"]);
    expect(text).toContain(`<meta http-equiv="refresh" content="5">`);
    expect(text).toContain("refreshes every 5 seconds");
  });

  test("escapes what clients send", async () => {
    const cloud = await startCloud();
    await cloud.meet({ externalId: HOSTILE, subject: HOSTILE });
    await cloud.call("GET", `/v1.0/me/onlineMeetings/1?"'<script>`);
    const { text } = await cloud.call("GET", "/");
    expect(text).toContain(`<bdi>${ESCAPED}</bdi>`);
    expect(text).toContain(`<code>${ESCAPED}</code>`);
    expect(text).not.toMatch(/<script|<img/);
  });

  test("shows a start beyond the year 9999", async () => {
    const cloud = await startCloud();
    const far = {
      startDateTime: "9999-12-31T23:00:00-02:00",
      endDateTime: "9999-12-31T23:30:00-02:00",
    };
    expect((await cloud.meet({ externalId: "x", ...far })).status).toBe(201);
    const { status, text } = await cloud.call("GET", "/");
    expect(status).toBe(200);
    expect(text).not.toContain("Invalid Date");
  });
});
