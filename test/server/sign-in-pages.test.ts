import { readFileSync } from "node:fs";
import { join } from "node:path";
import express from "express";
import { ALL_MESSAGES, messagesFor } from "../../bot/locales/messages";
import { CLOUDS } from "../../src/clouds";
import { listen } from "../../src/listen";
import { createSignInPages } from "../../src/server/sign-in-pages";
import { TENANT } from "../support/activities";
import { startApp, type TestApp } from "../support/start-app";

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
  test("is a page of our own alone, which nobody keeps, frames or learns the address of", async () => {
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
    // Teams is told by the window's opener, which helmet's default would cut off.
    expect(headers.get("cross-origin-opener-policy")).toBe("unsafe-none");
    expect(JSON.stringify(app.log)).not.toContain("1.secret");
  });

  test("has no script but its own file, and what Entra is asked with", async () => {
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

  test("has its code from the same place, as it was built", async () => {
    const built = join(__dirname, "../../dist/src/page", `${path}.js`);
    const { status, headers, ...answer } = await read(await open(`${path}.js`));
    expect(status).toBe(200);
    expect(headers.get("content-type")).toMatch(/^text\/javascript/);
    expect(headers.get("cache-control")).toBe("no-cache");
    expect(answer.text).toBe(readFileSync(built, "utf8"));
    expect(headers.get("etag")).toBeTruthy();
  });

  test.each(ALL_MESSAGES.map(({ language }) => language))("speaks %s", async (language) => {
    const { headers, text } = await read(await open(path, `${language},en;q=0.1`));
    expect(headers.get("content-language")).toBe(language);
    expect(headers.get("vary")).toContain("Accept-Language");
    expect(text).toContain(`<html lang="${language}">`);
    const { close, ...states } = messagesFor(language).signInPage;
    const said = [close, ...Object.values(states).flatMap((words) => Object.values(words))];
    for (const one of said) expect(text).toContain(one);
  });

  test("is not there where meetings are made in the app's own name", async () => {
    const other = await startApp();
    for (const url of [path, `${path}.js`]) expect((await fetch(other.url + url)).status).toBe(404);
    await other.stop();
  });

  test("is opened, and nothing else", async () => {
    expect((await fetch(app.url + path, { method: "POST" })).status).toBe(404);
    expect((await fetch(`${app.url}${path}/x`)).status).toBe(404);
  });
});

test("a page whose code was not built says so to whoever runs it, and no more to the browser", async () => {
  const errors: string[] = [];
  const log = { debug() {}, info() {}, warn() {}, inTurn: <T>(_: string, work: () => T) => work() };
  const server = await listen(
    express().use(
      createSignInPages({
        settings: { authorizeUrl: "", clientId: "", scope: "", redirectUri: "" },
        scriptFolder: join(__dirname, "nowhere"),
        languages: ["en"],
        wordsFor: () => ({ language: "en", ...messagesFor("en").signInPage }),
        log: { ...log, error: (_fields, said) => void errors.push(said) },
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
