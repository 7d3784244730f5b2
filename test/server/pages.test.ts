import express from "express";
import { createSecretKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { decode } from "html-entities";
import { join } from "node:path";
import { ALL_MESSAGES, messagesFor } from "../../bot/locales/messages";
import { CLOUDS, CLOUD_NAMES } from "../../src/clouds";
import { AppError } from "../../src/errors";
import { listen } from "../../src/listen";
import { createMeetingLinks } from "../../src/meetings/tokens/meeting-link";
import { parseJoinUrl } from "../../src/server/meeting-link-page";
import { createSignInPages } from "../../src/server/sign-in-pages";
import { TENANT, ada, design, general, message } from "../support/activities";
import { cardOf } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { linkOf } from "../support/meeting";
import { LINK_ORIGIN, copyLink, openLink, openCalendarPage } from "../support/meeting-links";
import { press } from "../support/press";
import { type TestApp, startApp } from "../support/start-app";
import { SEALING_KEY } from "../support/test-config";
import { useApp } from "../support/use-app";
import { tokensWith } from "../support/tokens";

describe("meeting links", () => {
  const app = useApp();

  const KEY = { tenantId: TENANT, threadId: general.threadId, room: "" };
  const { dead } = messagesFor("en").links;

  /** A meeting of Ada's, its card, and the link from Copy link. */
  async function share(): Promise<{ card: SentActivity; link: string }> {
    const { sent } = await app.turn(message("meet Sprint review", { from: ada }));
    return { card: sent[0]!, link: await copyLink(app, sent[0]) };
  }

  /** What people need to call in to the default room's meeting. */
  async function readDialIn(): Promise<{ tollNumber: string; conferenceId: string }> {
    const stored = await app.store.records.get(KEY);
    if (stored?.record.state !== "live") throw new Error("There is no meeting.");
    const { tollNumber = "", conferenceId = "" } = stored.record.meeting.dialIn ?? {};
    expect([tollNumber, conferenceId]).not.toContain("");
    return { tollNumber, conferenceId };
  }

  /** Ada runs `new` or `cancel` and confirms. */
  async function confirm(command: "new" | "cancel"): Promise<void> {
    const { sent } = await app.turn(message(command, { from: ada }));
    const title = command === "new" ? "Create new link" : "Cancel meeting";
    await app.turn(press(sent[0], title, { from: ada }));
  }

  /** Changes the join link in the record. */
  async function setJoinLink(joinWebUrl: string): Promise<void> {
    const stored = await app.store.records.get(KEY);
    if (stored?.record.state !== "live") throw new Error("There is no meeting.");
    const { meeting } = stored.record;
    await app.store.records.replace(stored, {
      ...stored.record,
      meeting: { ...meeting, joinWebUrl },
    });
  }

  function headersOf({ headers }: Response): [name: string, value: string][] {
    return [...headers].filter(([name]) => name !== "date" && name !== "keep-alive");
  }

  /** The title and address of each link on a page. */
  function linksOf(page: string): [title: string, url: string][] {
    const links = page.matchAll(/<a class="button" href="([^"]*)">([^<]*)<\/a>/gu);
    return [...links].map(([, url = "", title = ""]) => [decode(title), decode(url)]);
  }

  /** The page's HTML. Fails if it isn't our page, or shows any detail of the meeting. */
  async function pageOf(response: Response): Promise<string> {
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("location")).toBeNull();
    const page = await response.text();
    expect(page).not.toMatch(/Sprint review|Ada|teams\.microsoft|<script|\son\w+=|javascript:/);
    return page;
  }

  describe("the page that adds a meeting to a calendar", () => {
    const planned = "meet Sprint review tomorrow 3pm with bo@contoso.com";

    it.each(ALL_MESSAGES.map((messages) => [messages.language, messages] as const))(
      "leads into calendars and into the meeting, and names no one, in %s",
      async (language, { card, calendarLinks }) => {
        const { sent } = await app.turn(message(planned, { from: ada }));
        const link = await copyLink(app, sent[0]);
        const before = app.cloud.requests().length;
        const response = await openCalendarPage(app, link, language);
        expect(response.status).toBe(200);
        expect(response.headers.get("content-language")).toBe(language);
        expect(response.headers.get("cache-control")).toBe("no-store");
        expect(response.headers.get("referrer-policy")).toBe("no-referrer");
        const page = await response.text();
        expect(page).toContain(`<title>${card.addToCalendar} · Sprint review · Rendezvous`);
        expect(page).toContain(`<h1>${card.addToCalendar}</h1>\n<h2>Sprint review</h2>`);
        expect(page).not.toMatch(/Ada|Bo Nilsson|contoso\.com|<script|\son\w+=|javascript:/u);
        const [outlook, file, subscription, joining] = linksOf(page);
        expect(joining).toEqual([card.join, linkOf(cardOf(sent[0]))]);
        expect(outlook?.[0]).toBe(calendarLinks.outlook);
        expect(outlook?.[1]).toMatch(
          /^https:\/\/outlook\.office\.com\/calendar\/.*Sprint%20review/u,
        );
        expect(file).toEqual([calendarLinks.file, `${link}.ics`]);
        const address = `${link}.ics`.replace("https:", "webcal:");
        expect(subscription).toEqual([calendarLinks.subscribe, address]);
        expect(app.cloud.requests()).toHaveLength(before);
      },
    );

    it("has the time in the zone of the last card, or of the series", async () => {
      const made = await app.turn(message(planned, { timeZone: "America/New_York" }));
      const link = await copyLink(app, made.sent[0]);
      expect(await (await openCalendarPage(app, link)).text()).toContain(
        '<p class="text">Sat, Nov 21 · 3:00–4:00 PM EST</p>',
      );
      const series = await app.turn(
        message("meet #daily weekdays 9:30", { timeZone: "Europe/Paris" }),
      );
      const page = await openCalendarPage(app, await copyLink(app, series.sent[0]));
      expect(await page.text()).toContain(
        '<p class="text">Weekdays 9:30–10:30 AM · next Mon, Nov 23 · CET</p>',
      );
    });

    it("names the zone as it is at the next time of a series", async () => {
      const series = await app.turn(
        message("meet #spring every Monday 9:30 from April 5", { timeZone: "America/New_York" }),
      );
      const page = await openCalendarPage(app, await copyLink(app, series.sent[0]));
      expect(await page.text()).toContain("next Mon, Apr 5, 2027 · EDT</p>");
    });

    it.each(["pause", "end"])("has only the subscription of a series after %s", async (command) => {
      const { sent } = await app.turn(message("meet Stand-up weekdays 9:30 until Nov 27"));
      const link = await copyLink(app, sent[0]);
      if (command === "pause") await app.turn(message("pause"));
      else await app.clock.advance(8 * 24 * 3_600_000);
      const page = await (await openCalendarPage(app, link)).text();
      expect(linksOf(page).map(([title]) => title)).toEqual(["Subscribe", "Join"]);
    });

    it("shows no dial-in number", async () => {
      const { sent } = await app.turn(message(planned, { from: ada }));
      const { tollNumber, conferenceId } = await readDialIn();
      const page = await (await openCalendarPage(app, await copyLink(app, sent[0]))).text();
      const [[, outlookLink] = []] = linksOf(page);
      const text = page + decodeURIComponent(outlookLink ?? "");
      expect(text).not.toContain(conferenceId);
      expect(text).not.toContain(tollNumber);
    });

    it("has no calendar file without a time", async () => {
      const { link } = await share();
      const standing = linksOf(await (await openCalendarPage(app, link)).text());
      expect(standing.map(([title]) => title)).toEqual(["Outlook", "Join"]);
    });

    it("is the meeting itself if that is attached, because its time is in another calendar", async () => {
      const attached = await app.turn(
        message("attach #weekly Weekly sync https://teams.microsoft.com/meet/1?p=a"),
      );
      const response = await openCalendarPage(app, await copyLink(app, attached.sent[0]));
      expect(response.status).toBe(302);
      expect(response.headers.get("location")).toBe("https://teams.microsoft.com/meet/1?p=a");
    });

    it("shows a hostile name as typed", async () => {
      const name = `</title><script>alert(1)</script>"&\u202e`;
      const { sent } = await app.turn(message(`meet "Sprint"`));
      const link = await copyLink(app, sent[0]);
      const stored = await app.store.records.get(KEY);
      if (stored?.record.state !== "live") throw new Error("There is no meeting.");
      const { meeting } = stored.record;
      await app.store.records.replace(stored, {
        ...stored.record,
        meeting: { ...meeting, subject: name },
      });
      const page = await (await openCalendarPage(app, link)).text();
      expect(page).not.toContain("<script");
      expect(page).not.toContain("\u202e");
      expect(page).toContain("&lt;script&gt;");
    });
  });

  describe("a live link", () => {
    it.each(["text/html,*/*;q=0.8", "*/*", "application/json"])(
      "redirects to the meeting without caching, a referrer or a Graph call, whatever is accepted: %s",
      async (accept) => {
        const { card, link } = await share();
        await app.clock.advance(3_600_000);
        const before = app.cloud.requests().length;
        const response = await openLink(app, link, { headers: { accept } });
        expect(response.status).toBe(302);
        expect(response.headers.get("vary")).toBeNull();
        expect(response.headers.get("location")).toBe(linkOf(cardOf(card)));
        expect(response.headers.get("cache-control")).toBe("no-store");
        expect(response.headers.get("referrer-policy")).toBe("no-referrer");
        expect(await response.text()).toBe("");
        expect(app.cloud.requests()).toHaveLength(before);
      },
    );

    it("allows only GET and HEAD", async () => {
      const { card, link } = await share();
      const head = await openLink(app, link, { method: "HEAD" });
      expect([head.status, head.headers.get("location")]).toEqual([302, linkOf(cardOf(card))]);
      const lost = await openLink(app, `${link}x`, { method: "HEAD" });
      expect([lost.status, await lost.text()]).toEqual([404, ""]);
      for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
        const response = await openLink(app, link, { method });
        expect(response.status).toBe(405);
        expect(response.headers.get("allow")).toBe("GET, HEAD");
        expect(await response.json()).toEqual({ error: expect.stringMatching(/^[A-Z].+\.$/) });
      }
    });

    it("leads to its room's meeting, and stays the same when the meeting changes", async () => {
      const { sent } = await app.turn(message("meet #design Review", { from: ada }));
      const link = await copyLink(app, sent[0]);
      await share();
      await app.turn(message("rename #design Design review", { from: ada }));
      const response = await openLink(app, `${link}?utm_source=mail#top`);
      expect(response.headers.get("location")).toBe(linkOf(cardOf(sent[0])));
    });

    it.each(["new", "cancel"] as const)("stops working after %s", async (command) => {
      const { link } = await share();
      await confirm(command);
      const response = await openLink(app, link);
      expect(response.status).toBe(410);
      expect(response.headers.get("cache-control")).toBe("no-store");
      const page = await pageOf(response);
      for (const text of Object.values(dead.ended)) expect(page).toContain(text);
      expect(page).toContain("Choose Refresh");
      const calendarPage = await openCalendarPage(app, link);
      expect(calendarPage.status).toBe(410);
      expect(await pageOf(calendarPage)).toBe(page);
    });

    it("changes after new, and after a cancelled meeting is created again", async () => {
      const { card } = await share();
      await confirm("new");
      await confirm("cancel");
      const { sent } = await app.turn(message("meet", { from: ada }));
      const response = await openLink(app, await copyLink(app, sent[0]));
      expect(response.headers.get("location")).toBe(linkOf(cardOf(sent[0])));
      expect(linkOf(cardOf(sent[0]))).not.toBe(linkOf(cardOf(card)));
    });

    it.each([
      "https://teams.microsoft.com.evil.example/l/meetup-join/x",
      "https://teams.microsoft.com@evil.example/",
      "https://me:secret@teams.microsoft.com/l/x",
      "http://teams.microsoft.com/l/x",
      "https://teams.microsoft.com:8443/l/x",
      "https://gov.teams.microsoft.us/l/x",
      "javascript:alert(1)",
      "teams",
    ])("never redirects outside Teams: %s", async (joinWebUrl) => {
      const { link } = await share();
      await setJoinLink(joinWebUrl);
      for (const response of [await openLink(app, link), await openCalendarPage(app, link)]) {
        expect(response.status).toBe(404);
        expect(await pageOf(response)).toContain(dead.unknown.title);
      }
      expect(app.log).toContainEqual(
        expect.objectContaining({
          level: 40,
          msg: expect.stringContaining("whose host isn't Teams"),
        }),
      );
      expect(JSON.stringify(app.log)).not.toContain("evil.example");
    });

    it("shows that the lookup failed and nothing is lost", async () => {
      const { link } = await share();
      jest.spyOn(app.store.records, "get").mockRejectedValueOnce(new AppError("store_unavailable"));
      const response = await openLink(app, link);
      expect(response.status).toBe(503);
      expect(await pageOf(response)).toContain(dead.unavailable.text);
      expect((await openLink(app, link)).status).toBe(302);
      expect(JSON.stringify(app.log)).not.toContain(link.slice(-20));
    });
  });

  describe("an invalid link", () => {
    const reference = { key: KEY, generation: 1 };
    const foreign = createSecretKey(Buffer.alloc(32, 9));
    const ours = createMeetingLinks([SEALING_KEY], LINK_ORIGIN);
    const made = ours.toLink({ ...reference, key: { ...KEY, threadId: design.threadId } });

    it.each([
      ["is made up", `${LINK_ORIGIN}/m/Zm9yZ2VkIGZvcmdlZCBmb3JnZWQgZm9yZ2VkIGZvcmdlZA`],
      [
        "was encrypted with another key",
        createMeetingLinks([foreign], LINK_ORIGIN).toLink(reference),
      ],
      [
        "is a button's token",
        `${LINK_ORIGIN}/m/${tokensWith(SEALING_KEY).meeting.encode(reference)}`,
      ],
      ["was edited", ours.toLink(reference).replace(/.$/, (last) => (last === "A" ? "B" : "A"))],
      ["was cut", ours.toLink(reference).slice(0, -1)],
      ["has a longer path", `${ours.toLink(reference)}/x`],
      ["has no token", `${LINK_ORIGIN}/m/`],
      ["has no trailing slash", `${LINK_ORIGIN}/m`],
      ["can't be decoded", `${LINK_ORIGIN}/m/%`],
      ["climbs", `${LINK_ORIGIN}/m/..%2f..%2fhealthz`],
      ["is very long", `${LINK_ORIGIN}/m/${"A".repeat(10_000)}`],
      ["is of a future generation", ours.toLink({ ...reference, generation: 2 })],
    ])("opens the same page as a link to an unknown meeting when it %s", async (_, link) => {
      await app.turn(message("meet Sprint review"));
      const unknown = await openLink(app, made);
      const shown = await pageOf(unknown);
      for (const response of [await openLink(app, link), await openCalendarPage(app, link)]) {
        expect([response.status, unknown.status]).toEqual([404, 404]);
        expect(headersOf(response)).toEqual(headersOf(unknown));
        expect(await pageOf(response)).toBe(shown);
      }
    });

    it("can also lead to a meeting that was never created", async () => {
      app.cloud.addFault({ match: "createOrGet", times: 3, status: 503 });
      await app.turn(message("meet"));
      const response = await openLink(app, ours.toLink(reference));
      expect(response.status).toBe(404);
      expect(await pageOf(response)).toContain(dead.unknown.title);
    });
  });

  describe("the page", () => {
    const forged = `${LINK_ORIGIN}/m/forged`;

    it.each([
      ["en-GB,en;q=0.9", "en"],
      ["fr-CA", "fr"],
      ["is-IS,ja;q=0.8,en;q=0.5", "ja"],
      ["ru", "ru"],
      ["zh-TW", "zh-CN"],
      ["zh", "zh-CN"],
      ["is-IS", "en"],
      ["*", "en"],
      ["?;q=x", "en"],
    ])("with Accept-Language %s is in %s and varies by it", async (accepted, language) => {
      const response = await openLink(app, forged, { headers: { "accept-language": accepted } });
      expect(response.headers.get("vary")).toContain("Accept-Language");
      expect(response.headers.get("content-language")).toBe(language);
      const page = await pageOf(response);
      expect(page).toContain(`<html lang="${language}">`);
      const words = ALL_MESSAGES.find((messages) => messages.language === language)?.links.dead;
      for (const text of Object.values(words?.unknown ?? { no: "words" })) {
        expect(page).toContain(text);
      }
    });

    it("allows only its own style and no framing", async () => {
      const { headers } = await openLink(app, forged);
      expect(headers.get("content-security-policy")).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
      );
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
    });
  });
});

describe("sign-in pages", () => {
  const CLIENT_ID = "99999999-8888-4777-8666-555555555555";
  const PATHS = ["/auth-start", "/auth-end"];

  let app: TestApp;
  beforeAll(async () => {
    const botIdentity = { kind: "registered", appId: CLIENT_ID, tenantId: TENANT } as const;
    app = await startApp({ config: { graphAuth: "delegated", botIdentity, cloud: CLOUDS.usgov } });
  });
  afterAll(() => app.stop());

  const open = (path: string, language = "en") =>
    fetch(app.url + path, { headers: { "accept-language": language } });

  describe.each(PATHS)("%s", (path) => {
    test("can't be cached or framed, and sends no referrer", async () => {
      const { status, headers } = await open(`${path}?code=1.secret&state=s`);
      expect(status).toBe(200);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy.split("; ")).toEqual([
        "default-src 'none'",
        "script-src 'self'",
        expect.stringMatching(/^style-src 'sha256-[\w+/=]+'$/),
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ]);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-powered-by")).toBeNull();
      // The page reaches Teams through window.opener, which helmet's default would cut off.
      expect(headers.get("cross-origin-opener-policy")).toBe("unsafe-none");
      expect(JSON.stringify(app.log)).not.toContain("1.secret");
    });

    test("has only its own script, and the parameters for Entra", async () => {
      const text = await (await open(path)).text();
      expect(text.match(/<script[^>]*>/g)).toEqual([`<script src="${path}.js" defer>`]);
      expect(text).not.toMatch(/\son\w+=|style="|javascript:/);
      for (const setting of [
        `data-authorize-url="https://login.microsoftonline.us/${TENANT}/oauth2/v2.0/authorize"`,
        `data-client-id="${CLIENT_ID}"`,
        `data-scope="openid profile offline_access https://graph.microsoft.us/OnlineMeetings.ReadWrite"`,
        `data-redirect-uri="https://rendezvous.example.com/auth-end"`,
      ]) {
        expect(text).toContain(setting);
      }
    });

    test("serves its built script", async () => {
      const built = join(__dirname, "../../dist/src/page", `${path}.js`);
      const { status, headers, ...answer } = await read(await open(`${path}.js`));
      expect(status).toBe(200);
      expect(headers.get("content-type")).toMatch(/^text\/javascript/);
      expect(headers.get("cache-control")).toBe("no-cache");
      expect(answer.text).toBe(readFileSync(built, "utf8"));
      expect(headers.get("etag")).toBeTruthy();
    });

    test.each(ALL_MESSAGES.map(({ language }) => language))("has %s texts", async (language) => {
      const { headers, text } = await read(await open(path, `${language},en;q=0.1`));
      expect(headers.get("content-language")).toBe(language);
      expect(headers.get("vary")).toContain("Accept-Language");
      expect(text).toContain(`<html lang="${language}">`);
      const { close, ...states } = messagesFor(language).signInPage;
      const texts = [close, ...Object.values(states).flatMap((words) => Object.values(words))];
      for (const one of texts) expect(text).toContain(one);
    });

    test("doesn't exist in application mode", async () => {
      const other = await startApp();
      for (const url of [path, `${path}.js`])
        expect((await fetch(other.url + url)).status).toBe(404);
      await other.stop();
    });

    test("only allows GET, and no other path", async () => {
      expect((await fetch(app.url + path, { method: "POST" })).status).toBe(404);
      expect((await fetch(`${app.url}${path}/x`)).status).toBe(404);
    });
  });

  test("logs a missing script, and returns 503 without details", async () => {
    const errors: string[] = [];
    const log = {
      debug() {},
      info() {},
      warn() {},
    };
    const server = await listen(
      express().use(
        createSignInPages({
          settings: { authorizeUrl: "", clientId: "", scope: "", redirectUri: "" },
          scriptFolder: join(__dirname, "nowhere"),
          toTexts: () => messagesFor("en"),
          log: { ...log, error: (_fields, line) => void errors.push(line) },
        }),
      ),
      { host: "127.0.0.1", port: 0 },
    );
    const { status, text } = await read(await fetch(`${server.url}/auth-end.js`));
    await server.stop(0);
    expect(status).toBe(503);
    expect(text).not.toContain("nowhere");
    expect(errors).toEqual([expect.stringContaining("npm run build")]);
  });

  async function read(response: Response) {
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
});

describe("join addresses", () => {
  const { meetingHosts } = CLOUDS.global;
  const PATH = "/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22Tid%22%3a%22t%22%7d";

  test.each([
    [`https://teams.microsoft.com${PATH}`, `https://teams.microsoft.com${PATH}`],
    ["https://teams.microsoft.com/meet/123?p=abc", "https://teams.microsoft.com/meet/123?p=abc"],
    [`https://teams.cloud.microsoft${PATH}`, `https://teams.cloud.microsoft${PATH}`],
    [`HTTPS://TEAMS.Microsoft.COM:443${PATH}`, `https://teams.microsoft.com${PATH}`],
    ["https://teams.microsoft.com\\@evil.example/", "https://teams.microsoft.com/@evil.example/"],
  ])("allows %s", (joinWebUrl, address) => {
    expect(parseJoinUrl(joinWebUrl, meetingHosts)?.href).toBe(address);
  });

  test.each([
    "",
    "meet",
    "/l/meetup-join/x",
    "//teams.microsoft.com/l/x",
    "javascript:alert(1)//teams.microsoft.com",
    "data:text/html,teams.microsoft.com",
    "msteams://teams.microsoft.com/l/x",
    `http://teams.microsoft.com${PATH}`,
    "https://teams.microsoft.com:8443/l/x",
    "https://teams.microsoft.com./l/x",
    "https://teams.microsoft.com.evil.example/l/x",
    "https://evil.example/teams.microsoft.com",
    "https://evil.example?https://teams.microsoft.com/",
    "https://evil.example#teams.microsoft.com",
    "https://evil-teams.microsoft.com.example/",
    "https://xteams.microsoft.com/l/x",
    "https://teams.microsoft.com@evil.example/",
    "https://me@teams.microsoft.com/l/x",
    "https://me:secret@teams.microsoft.com/l/x",
    "https://teams.microsoft.com%2eevil.example/",
    "https://evil.example\\teams.microsoft.com/",
    "https://te\u0430ms.microsoft.com/l/x",
    "https://gov.teams.microsoft.us/l/x",
    "https://microsoft.com/l/x",
  ])("rejects %s", (joinWebUrl) => {
    expect(parseJoinUrl(joinWebUrl, meetingHosts)).toBeUndefined();
  });

  test("no two clouds share a meeting host", () => {
    const hosts = CLOUD_NAMES.flatMap((name) => CLOUDS[name].meetingHosts);
    expect(new Set(hosts).size).toBe(hosts.length);
    expect(
      parseJoinUrl(`https://gov.teams.microsoft.us${PATH}`, CLOUDS.usgov.meetingHosts)?.href,
    ).toBe(`https://gov.teams.microsoft.us${PATH}`);
    expect(
      parseJoinUrl(`https://dod.teams.microsoft.us${PATH}`, CLOUDS["usgov-dod"].meetingHosts)?.href,
    ).toBe(`https://dod.teams.microsoft.us${PATH}`);
  });
});
