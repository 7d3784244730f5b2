import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Router, type Request, type Response } from "express";
import { encode } from "html-entities";
import { toAppError } from "../errors";
import type { Log } from "../log";
import {
  AUTH_END_PATH,
  AUTH_START_PATH,
  SIGN_IN_STATES,
  type SignInState,
} from "../page/sign-in-state";
import { renderNotice, sendPage, toPagePolicy, type Notice } from "./page-frame";

const PATHS = [AUTH_START_PATH, AUTH_END_PATH];
const PAGE_POLICY = toPagePolicy("'self'");

export interface SignInPageTexts {
  /** BCP 47. */
  language: string;
  signInPage: Record<SignInState | "scriptless", Notice> & { close: string };
}

export interface SignInPagesDeps {
  /** Parameters of the authorization request in `src/page/authorize-url.ts`. */
  settings: { authorizeUrl: string; clientId: string; scope: string; redirectUri: string };
  /** Holds the built scripts of the pages. */
  scriptFolder: string;
  toTexts: (request: Request) => SignInPageTexts;
  log: Log;
}

/**
 * The two sign-in pages and their scripts. Teams opens them in a new window, and they talk to it through
 * `window.opener`, so they relax helmet's default opener policy. Requests hold an authorization code: don't log them.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-code
 */
export function createSignInPages(deps: SignInPagesDeps): Router {
  const { settings, scriptFolder, toTexts, log } = deps;
  const scripts = new Map<string, string>();
  const router = Router();
  for (const path of PATHS) {
    router.get(path, (request, response) => {
      response.set("Cross-Origin-Opener-Policy", "unsafe-none");
      sendSignInPage(response, path, toTexts(request), settings);
    });
    router.get(`${path}.js`, (_request, response) => sendScript(path, response));
  }
  return router;

  async function sendScript(path: string, response: Response): Promise<void> {
    try {
      const script =
        scripts.get(path) ?? (await readFile(join(scriptFolder, `${path}.js`), "utf8"));
      scripts.set(path, script);
      response.set("Cache-Control", "no-cache").type("js").send(script);
    } catch (error) {
      log.error(
        { code: toAppError(error).code },
        "the script of a sign-in page is missing: run npm run build",
        error,
      );
      response.status(503).json({ error: "The page's code is not there." });
    }
  }
}

function sendSignInPage(
  response: Response,
  path: string,
  { language, signInPage: { close, scriptless, ...notices } }: SignInPageTexts,
  settings: SignInPagesDeps["settings"],
): void {
  const sections = SIGN_IN_STATES.map((state) => {
    const isFirst = state === "working";
    const number = state === "refused" ? `\n<p><code id="number"></code></p>` : "";
    return `<section id="${state}"${isFirst ? "" : " hidden"}>\n${renderNotice(notices[state])}${number}\n</section>`;
  });
  const data = Object.entries(settings).map(
    ([name, value]) => ` data-${toKebab(name)}="${encode(value)}"`,
  );
  const main = `<noscript>
${renderNotice(scriptless)}
</noscript>
<div class="scripted" aria-live="polite">
${sections.join("\n")}
<button id="close" type="button" hidden>${encode(close)}</button>
</div>`;
  sendPage(response, {
    language,
    title: notices.working.title,
    head: `<script src="${path}.js" defer></script>\n`,
    bodyAttributes: data.join(""),
    main,
    policy: PAGE_POLICY,
  });
}

function toKebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
