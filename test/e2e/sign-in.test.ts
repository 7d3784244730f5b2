import { join } from "node:path";
import { decode } from "jsonwebtoken";
import type { BrowserContext, Page } from "playwright-core";
import { messagesFor } from "../../bot/locales/messages";
import { SIGN_IN_STATES } from "../../src/page/sign-in-state";
import { ada, bo, message, TENANT } from "../support/activities";
import { HANG_MS } from "../support/chromium";
import { LINK_ORIGIN } from "../support/meeting-links";
import { isSignInCard, signInCardOf, verifyState } from "../support/sign-in";
import { PICTURES, startSignInFixture, type SignInFixture } from "./support/sign-in-fixture";
import { openTeamsHost, renderHost, type HostOptions } from "./support/teams-host";

const START = `${LINK_ORIGIN}/auth-start`;
const END = `${LINK_ORIGIN}/auth-end`;
const { signInPage: words } = messagesFor("en");
const user = { tenantId: TENANT, aadId: ada.aadId };

let fixture: SignInFixture;
beforeAll(async () => {
  fixture = await startSignInFixture();
});
afterAll(() => fixture?.stop());
beforeEach(() => {
  Object.assign(fixture.app.cloud.settings, {
    consents: "all",
    userConsent: "allowed",
    signedInUser: null,
  });
});

async function openTeams(options?: HostOptions) {
  const { context, consoleErrors } = await fixture.openContext();
  const teams = await openTeamsHost(context, options);
  return { context, consoleErrors, teams };
}

/** Waits for a text of the page. */
async function expectText(page: Page, { title, text, next }: (typeof words)["done"]) {
  await page.getByRole("heading", { name: title, exact: true }).waitFor();
  expect(await page.locator("section:visible p:visible").allInnerTexts()).toEqual(
    expect.arrayContaining([text, next]),
  );
  expect(await page.title()).toBe(`${title} · Rendezvous`);
}

/** Navigates like Entra's redirect. `goto` would disconnect the window from Teams. */
const redirectTo = (page: Page, url: string) =>
  page.evaluate(`void (location.href = ${JSON.stringify(url)})`);

const saveScreenshot = (page: Page, name: string) =>
  page.screenshot({ path: join(PICTURES, `${name}.png`) });

describe("signing in, in the window that Teams opens", () => {
  test("returns a result to Teams that the server redeems once for a Graph token", async () => {
    const { context, consoleErrors, teams } = await openTeams({ loginHint: ada.aadId });
    const popup = await teams.open(START);
    await popup.getByLabel("Object id").waitFor();
    await saveScreenshot(popup, "entra-who");
    const requested = new URL(popup.url());
    expect(Object.fromEntries(requested.searchParams)).toMatchObject({
      response_type: "code",
      redirect_uri: END,
      code_challenge_method: "S256",
      login_hint: ada.aadId,
      state: expect.stringMatching(/^[\w-]{43}$/),
      scope: "openid profile offline_access https://graph.microsoft.com/OnlineMeetings.ReadWrite",
    });
    expect(requested.searchParams.has("prompt")).toBe(false);
    const closed = popup.waitForEvent("close");
    await popup.getByRole("button", { name: "Next" }).click();
    const { func, args } = await teams.waitForNotification();
    await closed;
    expect(func).toBe("authentication.authenticate.success");

    const tokens = fixture.createTokens();
    const state = String(args[0]);
    await tokens.takePageResult(user, state);
    const request = { tenantId: TENANT, userAadId: ada.aadId };
    const token = await tokens.getToken(request);
    expect(decode(token)).toMatchObject({ oid: ada.aadId, scp: "OnlineMeetings.ReadWrite" });
    expect(await tokens.getToken({ ...request, refused: token })).not.toBe(token);
    const again = fixture.createTokens().takePageResult(user, state);
    await expect(again).rejects.toMatchObject({
      code: "sign_in_refused",
      details: { reason: "AADSTS54005" },
    });
    // teams-js tries to fetch a list of Teams' origins, which the page's CSP blocks.
    expect(consoleErrors.filter((entry) => !entry.includes("res.cdn.office.net"))).toEqual([]);
    await context.close();
  });

  test("makes the bot run the pending command", async () => {
    fixture.app.cloud.settings.signedInUser = bo.aadId;
    const { app } = fixture;
    const prompted = await app.turn(message("meet", { from: bo }));
    const { buttons } = signInCardOf(prompted.sent.find(isSignInCard));
    const { context, teams } = await openTeams({ loginHint: bo.aadId });
    await teams.open(buttons[0]?.value ?? "");
    const [state] = (await teams.waitForNotification()).args;
    const { sent } = await app.turn(verifyState(state, { from: bo }));
    expect(JSON.stringify(sent)).toContain("https://teams.microsoft.com/l/meetup-join/");
    expect(app.cloud.meetings()).toMatchObject([{ userId: bo.aadId }]);
    await context.close();
  });

  test("returns a result that only the same user with the verifier can use", async () => {
    fixture.app.cloud.settings.signedInUser = ada.aadId;
    const { context, teams } = await openTeams({ loginHint: ada.aadId });
    await teams.open(START);
    const result = JSON.parse(String((await teams.waitForNotification()).args[0])) as Record<
      string,
      string
    >;
    const tokens = fixture.createTokens();
    const forged = JSON.stringify({ ...result, codeVerifier: "v".repeat(43) });
    await expect(tokens.takePageResult(user, forged)).rejects.toMatchObject({
      code: "sign_in_refused",
      details: { reason: "AADSTS501481" },
    });
    const other = { tenantId: TENANT, aadId: bo.aadId };
    const stolen = tokens.takePageResult(other, JSON.stringify(result));
    await expect(stolen).rejects.toMatchObject({
      code: "sign_in_refused",
      details: { reason: "another user signed in" },
    });
    expect([tokens.isSignedIn(user), tokens.isSignedIn(other)]).toEqual([false, false]);
    await context.close();
  });

  test("lets the user choose an account without a login hint", async () => {
    const { context, teams } = await openTeams();
    const popup = await teams.open(START);
    await popup.getByLabel("Object id").waitFor();
    expect(new URL(popup.url()).searchParams.get("prompt")).toBe("select_account");
    await context.close();
  });

  test("asks for consent, which also applies to tokens from Teams", async () => {
    Object.assign(fixture.app.cloud.settings, { consents: [], signedInUser: ada.aadId });
    const tokens = fixture.createTokens();
    const audience = "99999999-8888-4777-8666-555555555555";
    const handedOut = fixture.app.cloud.issueUserToken({
      tenantId: TENANT,
      userId: ada.aadId,
      audience,
    });
    await expect(tokens.takeToken(user, handedOut)).rejects.toMatchObject({
      code: "consent_missing",
    });
    const { context, teams } = await openTeams({ loginHint: ada.aadId });
    const popup = await teams.open(START);
    await popup.getByRole("button", { name: "Accept" }).waitFor();
    await saveScreenshot(popup, "entra-consent");
    await popup.getByRole("button", { name: "Accept" }).click();
    expect((await teams.waitForNotification()).func).toBe("authentication.authenticate.success");
    await tokens.takeToken(user, handedOut);
    expect(tokens.isSignedIn(user)).toBe(true);
    await context.close();
  });

  test("shows a declined consent, and notifies Teams when the user closes the page", async () => {
    fixture.app.cloud.settings.consents = [];
    const { context, teams } = await openTeams({ loginHint: ada.aadId });
    const popup = await teams.open(START);
    await popup.getByRole("button", { name: "Cancel" }).click();
    await expectText(popup, words.declined);
    expect(popup.url()).toBe(END);
    await saveScreenshot(popup, "declined");
    expect(await teams.notifications()).toEqual([]);
    const closed = popup.waitForEvent("close");
    await popup.getByRole("button", { name: words.close }).click();
    expect(await teams.waitForNotification()).toEqual({
      func: "authentication.authenticate.failure",
      args: ["declined AADSTS65004"],
    });
    await closed;
    await context.close();
  });

  test("shows that an administrator has to consent", async () => {
    const settings = { consents: [], userConsent: "refused", signedInUser: ada.aadId };
    Object.assign(fixture.app.cloud.settings, settings);
    const { context, teams } = await openTeams({ loginHint: ada.aadId });
    const popup = await teams.open(START);
    await popup.getByText("Need admin approval").waitFor();
    await saveScreenshot(popup, "entra-approval");
    const location = `${END}?error=access_denied&error_description=AADSTS90094%3A+x&state=`;
    const state = new URL(popup.url()).searchParams.get("state") ?? "";
    await redirectTo(popup, location + state);
    await expectText(popup, words.approval);
    await saveScreenshot(popup, "approval");
    await context.close();
  });

  test("shows the number of Entra's error, but not its message", async () => {
    const { context, teams } = await openTeams({ loginHint: ada.aadId });
    const popup = await teams.open(START);
    await popup.getByLabel("Object id").waitFor();
    const state = new URL(popup.url()).searchParams.get("state") ?? "";
    const sentence = "AADSTS50105: The signed in user 'ada@contoso.com' is not assigned to a role.";
    const query = new URLSearchParams({ error: "interaction_required", state });
    query.set("error_description", sentence);
    await redirectTo(popup, `${END}?${query.toString()}`);
    await expectText(popup, words.refused);
    await saveScreenshot(popup, "refused");
    expect(await popup.locator("#number").innerText()).toBe("AADSTS50105");
    expect(await popup.content()).not.toContain("ada@contoso.com");
    await popup.getByRole("button", { name: words.close }).click();
    expect((await teams.waitForNotification()).args).toEqual(["refused AADSTS50105"]);
    await context.close();
  });

  test.each([
    ["another state", (state: string) => `?code=1.stolen&state=${state}x`],
    ["no state", () => "?code=1.stolen"],
    ["an error and another state", () => "?error=access_denied&state=x"],
    ["nothing", () => ""],
  ])("rejects a response with %s, and deletes the saved secrets", async (_, toQuery) => {
    const { context, teams } = await openTeams({ loginHint: ada.aadId });
    const popup = await teams.open(START);
    await popup.getByLabel("Object id").waitFor();
    const state = new URL(popup.url()).searchParams.get("state") ?? "";
    await redirectTo(popup, END + toQuery(state));
    await expectText(popup, words.mismatch);
    await saveScreenshot(popup, "mismatch");
    expect(popup.url()).toBe(END);
    // The right response fails afterwards, because the secrets are deleted.
    const loaded = popup.waitForEvent("load");
    await redirectTo(popup, `${END}?code=1.mine&state=${state}`);
    await loaded;
    await expectText(popup, words.mismatch);
    expect(await popup.evaluate("sessionStorage.length + localStorage.length")).toBe(0);
    await popup.getByRole("button", { name: words.close }).click();
    expect(await teams.waitForNotification()).toEqual({
      func: "authentication.authenticate.failure",
      args: ["mismatch"],
    });
    await context.close();
  });

  test("rejects the response of another window's sign-in", async () => {
    const { context, teams } = await openTeams({ loginHint: ada.aadId });
    // Sequentially, because Chromium can lose messages to a page that is opening a window.
    const first = await teams.open(START);
    await first.getByLabel("Object id").waitFor();
    const other = await teams.open(START);
    await other.getByLabel("Object id").waitFor();
    const state = new URL(first.url()).searchParams.get("state") ?? "";
    await redirectTo(other, `${END}?code=1.of-the-one&state=${state}`);
    await expectText(other, words.mismatch);
    await context.close();
  });
});

describe("the pages without Teams", () => {
  test.each([START, `${START}?whatever`])("%s doesn't redirect to Entra", async (url) => {
    const { context, consoleErrors } = await fixture.openContext();
    const page = await context.newPage();
    await page.goto(url);
    await expectText(page, words.outside);
    await saveScreenshot(page, "outside");
    expect(page.url()).toBe(url);
    expect(consoleErrors.filter((entry) => entry.startsWith("blocked: "))).toEqual([]);
    await context.close();
  });

  test("do nothing for another opener", async () => {
    const { context } = await fixture.openContext({ hasClock: true });
    const evil = await openTeamsHost(context, {
      origin: "https://teams.microsoft.com.example.org",
    });
    const popup = await evil.open("about:blank");
    await popup.goto(START);
    await popup.getByRole("heading", { name: words.working.title }).waitFor();
    await saveScreenshot(popup, "working");
    await popup.clock.fastForward(10_000);
    await expectText(popup, words.outside);
    await context.close();
  });

  test("show that Teams doesn't respond, and send the code nowhere", async () => {
    const { context } = await fixture.openContext({ hasClock: true });
    const silent = await openTeamsHost(context, { isSilent: true });
    const popup = await silent.open("about:blank");
    await popup.goto(END);
    await expectText(popup, words.mismatch);
    const kept = { state: "s", codeVerifier: "v".repeat(43) };
    const item = JSON.stringify(JSON.stringify(kept));
    await popup.evaluate(`sessionStorage.setItem("rendezvous.sign-in", ${item})`);
    await popup.goto(`${END}?code=1.c&state=s`);
    await popup.getByRole("heading", { name: words.working.title }).waitFor();
    await popup.clock.fastForward(10_000);
    await expectText(popup, words.unheard);
    await saveScreenshot(popup, "unheard");
    expect(await silent.notifications()).toEqual([]);
    await context.close();
  });

  test.each([START, `${END}?code=1.c&state=s`])("don't load in a frame: %s", async (url) => {
    const { context } = await fixture.openContext();
    await serveFrame(context, url);
    const refusal = context.waitForEvent("console", {
      predicate: (said) => said.text().includes("frame-ancestors"),
    });
    const page = await context.newPage();
    await page.goto("https://teams.microsoft.com/frame.html");
    expect((await refusal).text()).toContain(LINK_ORIGIN);
    await context.close();
  });

  test.each([START, `${END}?code=1.c&state=s`])(
    "do nothing in a frame, even if the browser loads them: %s",
    async (url) => {
      const { context } = await fixture.openContext();
      await serveFrame(context, url);
      await context.route(url, async (route) => {
        const { pathname } = new URL(url);
        const response = await route.fetch({
          url: fixture.app.url + pathname,
          timeout: HANG_MS,
        });
        await route.fulfill({ contentType: "text/html", body: await response.text() });
      });
      const page = await context.newPage();
      await page.goto("https://teams.microsoft.com/frame.html");
      const framed = page.frameLocator("iframe");
      await framed.getByRole("heading", { name: words.outside.title }).waitFor();
      expect(await framed.locator("#close").isVisible()).toBe(false);
      await context.close();
    },
  );

  test("explain missing JavaScript and blocked storage", async () => {
    const { context } = await fixture.openContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(START);
    expect(await page.locator("h1:visible").allInnerTexts()).toEqual([words.scriptless.title]);
    await saveScreenshot(page, "scriptless");
    await context.close();

    const { context: other, teams } = await openTeams({ loginHint: ada.aadId });
    await other.addInitScript(
      `Object.defineProperty(window, "sessionStorage", { get: () => { throw new Error("no"); } })`,
    );
    const popup = await teams.open(START);
    await expectText(popup, words.broken);
    await saveScreenshot(popup, "broken");
    await other.close();
  });
});

describe.each(["en", "fr", "ja", "ru", "zh-CN"])("in %s", (locale) => {
  test("every text fits the window that Teams opens, in the light and dark themes", async () => {
    const { signInPage } = messagesFor(locale);
    const { context, consoleErrors } = await fixture.openContext({ locale });
    const page = await context.newPage();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(END);
      await page.getByRole("heading", { name: signInPage.mismatch.title }).waitFor();
      const overflows = await page.evaluate<[state: string, overflowPx: number][]>(`
        document.getElementById("close").hidden = false;
        document.getElementById("number").textContent = "AADSTS50105";
        ${JSON.stringify(SIGN_IN_STATES)}.map((state) => {
          for (const one of document.querySelectorAll("section")) one.hidden = one.id !== state;
          const { scrollWidth, scrollHeight } = document.documentElement;
          return [state, Math.max(scrollWidth - innerWidth, scrollHeight - innerHeight)];
        })`);
      expect(overflows.filter(([, overflowPx]) => overflowPx > 0)).toEqual([]);
      expect(overflows.map(([state]) => state)).toEqual(SIGN_IN_STATES);
      await page.evaluate(
        `for (const one of document.querySelectorAll("section")) one.hidden = false`,
      );
      const path = join(PICTURES, `${locale}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true });
    }
    expect(consoleErrors.filter((entry) => !entry.includes("res.cdn.office.net"))).toEqual([]);
    await context.close();
  });
});

/** Serves a Teams page with the URL in a frame. */
async function serveFrame(context: BrowserContext, url: string): Promise<void> {
  await context.route("https://teams.microsoft.com/**", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `${renderHost({})}<iframe src="${url}"></iframe>`,
    }),
  );
}
