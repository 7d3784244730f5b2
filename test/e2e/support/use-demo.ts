import type { Browser } from "playwright-core";
import { launchChromium } from "../../support/chromium";
import { startDemo, type RunningDemo } from "../../support/start-demo";
import { openPlayground, type PlaygroundPage } from "./playground-page";

/** A call of the embedded Graph. */
export interface GraphRequest {
  method: string;
  path: string;
  body: {
    externalId?: string;
    subject?: string;
    chatInfo?: { threadId: string };
    participants?: object;
  } | null;
  status: number | null;
}

export interface Demo {
  /** Ada's Playground, in the personal chat at first. */
  readonly teams: PlaygroundPage;
  /** One per person, Ada's first. */
  readonly playgrounds: readonly PlaygroundPage[];
  readonly botUrl: string;
  graphRequests(): Promise<GraphRequest[]>;
  meetings(): Promise<object[]>;
}

/**
 * Runs one demo and one browser for all tests of a file. Read its properties only in hooks and tests.
 *
 * @param options in addition to those that choose free ports
 */
export function useDemo(...options: string[]): Demo {
  let browser: Browser | undefined;
  let demo: RunningDemo | undefined;
  let playgrounds: readonly PlaygroundPage[] | undefined;

  beforeAll(async () => {
    // Each is stored as soon as it runs, so that afterAll stops it even if the other one fails to start.
    await Promise.all([
      startDemo(["--port=0", "--graph-port=0", "--playground-port=0", ...options]).then(
        (running) => (demo = running),
      ),
      launchChromium().then((running) => (browser = running)),
    ]);
    playgrounds = await Promise.all(
      started(demo).playgroundUrls.map((url) =>
        openPlayground(started(browser), url, { viewport: { width: 1280, height: 1000 } }),
      ),
    );
  });

  afterAll(async () => {
    await browser?.close();
    expect(await demo?.stop()).toBe(0);
  });

  async function askGraph<T>(what: "requests" | "meetings"): Promise<T[]> {
    const response = await fetch(`${started(demo).graphUrl}/_local/${what}`);
    return (await response.json()) as T[];
  }

  return {
    get teams() {
      return started(playgrounds?.[0]);
    },
    get playgrounds() {
      return started(playgrounds);
    },
    get botUrl() {
      return started(demo).botUrl;
    },
    graphRequests: () => askGraph("requests"),
    meetings: () => askGraph("meetings"),
  };
}

function started<T>(part: T | undefined): T {
  if (part === undefined) throw new Error("The demo starts in beforeAll.");
  return part;
}
