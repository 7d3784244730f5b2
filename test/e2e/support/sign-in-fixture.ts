import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, BrowserContextOptions } from "playwright-core";
import { createMsalNetwork } from "../../../src/auth/msal-network";
import { createConfidentialClient } from "../../../src/auth/confidential-client";
import { createUserTokens, type UserTokens } from "../../../src/auth/user-tokens";
import { CLOUDS } from "../../../src/clouds";
import { createLocalFetch } from "../../../src/local/local-fetch";
import { Secret } from "../../../src/secret";
import { TENANT } from "../../support/activities";
import { HANG_MS, launchChromium, openContext } from "../../support/chromium";
import { LINK_ORIGIN } from "../../support/meeting-links";
import { startApp, type TestApp } from "../../support/start-app";

const { loginOrigin, graphOrigin } = CLOUDS.global;
const CLIENT_ID = "99999999-8888-4777-8666-555555555555";
/** The size of Teams' window. */
const POPUP = { width: 600, height: 535 };

/** The app in delegated mode, the embedded Entra, and a browser that reaches both by their real origins. */
export interface SignInFixture {
  app: TestApp;
  /** Creates the app's token cache, which redeems the result that Teams passes on. */
  createTokens(): UserTokens;
  openContext(options?: SignInContextOptions): Promise<SignInContext>;
  stop(): Promise<void>;
}

export interface SignInContextOptions extends BrowserContextOptions {
  /** Whether the pages' timeouts use the context's clock, which the test advances. Otherwise they never end. */
  hasClock?: boolean;
}

export interface SignInContext {
  context: BrowserContext;
  /** Console messages, and requests to other hosts. */
  consoleErrors: string[];
}

export const PICTURES = join(__dirname, "../../../artifacts/sign-in");

export async function startSignInFixture(): Promise<SignInFixture> {
  mkdirSync(PICTURES, { recursive: true });
  const app = await startApp({
    config: { graphAuth: "delegated" },
    settings: { redirectUris: [`${LINK_ORIGIN}/auth-end`] },
  });
  const browser = await launchChromium();
  return {
    app,

    createTokens() {
      const localFetch = createLocalFetch(fetch, [loginOrigin, graphOrigin], app.cloud.url);
      const { now, sleep } = app.clock;
      const deps = { network: createMsalNetwork({ fetch: localFetch, now, sleep }), now };
      const credential = {
        kind: "secret",
        clientId: CLIENT_ID,
        secret: new Secret("any"),
      } as const;
      return createUserTokens(
        {
          clientId: CLIENT_ID,
          createClient: () => createConfidentialClient(credential, CLOUDS.global, deps),
          loginOrigin,
          graphOrigin,
          redirectUri: `${LINK_ORIGIN}/auth-end`,
        },
        deps,
      );
    },

    async openContext({ hasClock = false, ...options } = {}) {
      const context = await openContext(browser, { viewport: POPUP, ...options });
      if (hasClock) {
        await context.clock.install({ time: 0 });
        await context.clock.pauseAt(1000);
      } else {
        await context.addInitScript(WITHOUT_TIME_LIMITS);
      }
      const consoleErrors: string[] = [];
      context.on("console", (said) => consoleErrors.push(said.text()));
      await context.route("**/*", (route) => {
        consoleErrors.push(`blocked: ${route.request().url()}`);
        return route.abort();
      });
      await serve(context, LINK_ORIGIN, app.url);
      // With any tenant, Entra finds the user's own.
      await serve(context, loginOrigin, app.cloud.url, (path) =>
        path.replace(/^\/organizations\//, `/${TENANT}/`),
      );
      return { context, consoleErrors };
    },

    async stop() {
      await browser.close();
      await app.stop();
    },
  };
}

/** Removes the pages' timeouts of 3 s or more, which a busy machine could miss. */
const WITHOUT_TIME_LIMITS = `{
  const { setTimeout } = window;
  window.setTimeout = (work, delayMs, ...args) =>
    delayMs >= 3000 ? 0 : setTimeout(work, delayMs, ...args);
}`;

/**
 * Serves an origin from a local server. Redirects become pages with a script: Chromium requests the target of a fulfilled
 * redirect from the internet first, and intercepts it only on its retry a second later.
 */
async function serve(
  context: BrowserContext,
  origin: string,
  localUrl: string,
  toLocalPath = (path: string) => path,
): Promise<void> {
  await context.route(`${origin}/**`, async (route) => {
    const url = localUrl + toLocalPath(route.request().url().slice(origin.length));
    // A busy machine reuses a connection just when the server closes it. Only that is retried.
    const response = await route.fetch({ url, maxRedirects: 0, maxRetries: 3, timeout: HANG_MS });
    const { location, ...headers } = response.headers();
    if (location === undefined) return route.fulfill({ response });
    await route.fulfill({
      status: 200,
      headers: { ...headers, "content-type": "text/html" },
      body: `<script>location.replace(${JSON.stringify(location)})</script>`,
    });
  });
}
