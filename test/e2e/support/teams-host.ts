import type { BrowserContext, Page } from "playwright-core";

/** Where teams-js believes Teams to be: it listens to such origins alone. */
const TEAMS_ORIGIN = "https://teams.microsoft.com";

/** What the window that a sign-in button opened told Teams. */
export interface ToldToTeams {
  func: string;
  args: unknown[];
}

/** A page on Teams' own address that opens windows and speaks teams-js' protocol to them. */
export interface TeamsHost {
  /** As whoever presses the sign-in button of a card. */
  open(url: string): Promise<Page>;
  /** What a window tells of its sign-in, as soon as it does. */
  told(): Promise<ToldToTeams>;
  /** Everything that was told up to now. */
  all(): Promise<ToldToTeams[]>;
}

/** Who is in Teams; silent when no window shall be answered. */
export interface HostOptions {
  loginHint?: string;
  isSilent?: boolean;
  origin?: string;
}

/**
 * https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/auth-flow-tab: a window posts to
 * whoever opened it, and waits for an answer with the same ids.
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
  const read = () => page.evaluate<ToldToTeams[]>("told");
  return {
    async open(url) {
      const opened = page.waitForEvent("popup");
      const size = "width=600,height=535";
      await page.evaluate(`void open(${JSON.stringify(url)}, "_blank", ${JSON.stringify(size)})`);
      return opened;
    },
    async told() {
      await page.waitForFunction("told.length > 0");
      const [first] = await read();
      return first!;
    },
    all: read,
  };
}

/** A page that speaks for Teams. */
export function renderHost(options: Omit<HostOptions, "origin">): string {
  const script = `(${host})(${JSON.stringify(options)})`;
  return `<!doctype html><title>Teams</title><body><script>${script}</script>`;
}

/** Runs in the page, as text. */
const host = `function (options) {
  self.told = [];
  const answers = {
    initialize: () => ["authentication", "web", JSON.stringify({ apiVersion: 4, supports: {} }), "2.58.0"],
    getContext: () => [{ loginHint: options.loginHint, hostClientType: "web" }],
  };
  addEventListener("message", ({ data, source, origin }) => {
    if (options.isSilent || typeof data !== "object") return;
    const { id, uuidAsString, func, args } = data;
    if (func in answers) source.postMessage({ id, uuidAsString, args: answers[func]() }, origin);
    else if (func.startsWith("authentication.")) told.push({ func, args });
  });
}`;
