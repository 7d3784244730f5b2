import type { BrowserContext, Page } from "playwright-core";

/** An origin that teams-js accepts as Teams. */
const TEAMS_ORIGIN = "https://teams.microsoft.com";

/** A message from the sign-in window to Teams. */
export interface TeamsNotification {
  func: string;
  args: unknown[];
}

/** A page on Teams' origin that opens windows and answers teams-js. */
export interface TeamsHost {
  /** Opens a window like a card's sign-in button. */
  open(url: string): Promise<Page>;
  /** Waits for the first notification of a sign-in. */
  waitForNotification(): Promise<TeamsNotification>;
  /** All notifications so far. */
  notifications(): Promise<TeamsNotification[]>;
}

/** `isSilent` never answers windows. */
export interface HostOptions {
  loginHint?: string;
  isSilent?: boolean;
  origin?: string;
}

/**
 * https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/auth-flow-tab: a window posts
 * messages to its opener, and waits for responses with the same ids.
 */
export async function openTeamsHost(
  context: BrowserContext,
  { loginHint, isSilent = false, origin = TEAMS_ORIGIN }: HostOptions = {},
): Promise<TeamsHost> {
  const body = renderHost({ isSilent, ...(loginHint && { loginHint }) });
  await context.route(`${origin}/**`, (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "cross-origin-opener-policy": "same-origin-allow-popups" },
      body,
    }),
  );
  const page = await context.newPage();
  await page.goto(`${origin}/host.html`);
  const read = () => page.evaluate<TeamsNotification[]>("notifications");
  return {
    async open(url) {
      const opened = page.waitForEvent("popup");
      const size = "width=600,height=535";
      await page.evaluate(`void open(${JSON.stringify(url)}, "_blank", ${JSON.stringify(size)})`);
      return opened;
    },
    async waitForNotification() {
      await page.waitForFunction("notifications.length > 0");
      const [first] = await read();
      return first!;
    },
    notifications: read,
  };
}

/** Renders the page of Teams. */
export function renderHost(options: Omit<HostOptions, "origin">): string {
  const script = `(${host})(${JSON.stringify(options)})`;
  return `<!doctype html><title>Teams</title><body><script>${script}</script>`;
}

/** Runs in the page, as text. */
const host = `function (options) {
  self.notifications = [];
  const answers = {
    initialize: () => ["authentication", "web", JSON.stringify({ apiVersion: 4, supports: {} }), "2.58.0"],
    getContext: () => [{ loginHint: options.loginHint, hostClientType: "web" }],
  };
  addEventListener("message", ({ data, source, origin }) => {
    if (options.isSilent || typeof data !== "object") return;
    const { id, uuidAsString, func, args } = data;
    if (func in answers) source.postMessage({ id, uuidAsString, args: answers[func]() }, origin);
    else if (func.startsWith("authentication.")) notifications.push({ func, args });
  });
}`;
