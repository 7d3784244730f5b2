import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { z } from "zod";
import { checkSetup, type CheckSetupResult } from "../../src/cli/check-setup/check-setup";
import { CHECK_DEADLINE_MS } from "../../src/check/check";
import { CLOUDS } from "../../src/clouds";
import { httpFetch } from "../../src/http-fetch";
import { createLocalFetch } from "../../src/local/local-fetch";
import { startLocalCloud, type LocalCloud } from "../../src/local/local-cloud";
import { createDefaultSettings } from "../../src/local/local-settings";
import { createLog } from "../../src/log";
import { ada, TENANT } from "./activities";
import { createTestClock, type TestClock } from "./clock";
import { readOptions } from "./read-options";
import { SIGNING_PAIR } from "./rsa-pairs";

export const APP_ID = "99999999-8888-4777-8666-555555555555";
const DOMAIN = "rendezvous.contoso.com";
export const SECRET = "swordfish-7f3a";
const VERSION = "1.2.3";

type Environment = Record<string, string | undefined>;

const reportSchema = z.strictObject({
  ok: z.boolean(),
  checks: z.array(
    z.strictObject({
      id: z.string(),
      status: z.enum(["ok", "fault", "skipped"]),
      message: z.string().min(1),
      fix: z.string().min(1).optional(),
    }),
  ),
});
type Report = z.infer<typeof reportSchema>;

export interface CheckOptions {
  argv?: readonly string[];
  /** Replaces variables of a setup without faults. */
  env?: Environment;
  /** The answer at the public address. */
  health?: () => Response | Promise<Response>;
  stopping?: AbortSignal;
}

/** `npm run check-setup` in this process, for a setup that a test breaks. */
export interface CheckSetupFixture {
  cloud: LocalCloud;
  clock: TestClock;
  /** New for each test. Has a package.json and an app package of the same version. */
  folder: string;
  run(options?: CheckOptions): Promise<CheckSetupResult>;
  /** Runs with `--json` and parses the report. */
  runJson(options?: CheckOptions): Promise<Report>;
  pack(version: string): Promise<void>;
  /** Resolves when this many checks, and calls to Graph, are still running. */
  waitForPending(count: number): Promise<void>;
}

export function useCheckSetup(): CheckSetupFixture {
  let waitingCount = 0;
  const watchers = new Set<() => void>();
  function count(change: number) {
    waitingCount += change;
    for (const watch of watchers) watch();
  }

  /** Called when the cloud delays a response: then time has to pass. */
  const cloudSleepers = new Set<() => void>();
  async function holdClock<T>(response: Promise<T>): Promise<T> {
    const sleeping = new Promise<void>((resolve) => cloudSleepers.add(resolve));
    await fixture.clock.duringIo(() => Promise.race([response.catch(() => undefined), sleeping]));
    return response;
  }

  const fixture: CheckSetupFixture = {
    cloud: undefined!,
    clock: createTestClock(),
    folder: "",
    run,
    async runJson({ argv = [], ...options } = {}) {
      const { output } = await run({ argv: ["--json", ...argv], ...options });
      return reportSchema.parse(JSON.parse(output));
    },
    async pack(version) {
      const folder = join(fixture.folder, "artifacts/app-package");
      await mkdir(folder, { recursive: true });
      const manifest = strToU8(JSON.stringify({ version }));
      await writeFile(join(folder, "rendezvous.dev.zip"), zipSync({ "manifest.json": manifest }));
    },
    waitForPending(wanted) {
      return new Promise((resolve) => {
        function watch() {
          if (waitingCount !== wanted) return;
          watchers.delete(watch);
          resolve();
        }
        watchers.add(watch);
        watch();
      });
    },
  };

  beforeAll(async () => {
    fixture.cloud = await startLocalCloud({
      signingPair: SIGNING_PAIR,
      now: () => fixture.clock.now(),
      sleep(ms, signal) {
        for (const watch of cloudSleepers) watch();
        cloudSleepers.clear();
        return fixture.clock.sleep(ms, signal);
      },
    });
  });
  beforeEach(async () => {
    fixture.clock = createTestClock();
    Object.assign(fixture.cloud.settings, createDefaultSettings());
    fixture.cloud.clearRequests();
    fixture.folder = await mkdtemp(join(tmpdir(), "rendezvous-check-"));
    await writeFile(join(fixture.folder, "package.json"), JSON.stringify({ version: VERSION }));
    await fixture.pack(VERSION);
  });
  afterEach(async () => {
    await rm(fixture.folder, { recursive: true, force: true });
    expect(fixture.cloud.clearFaults()).toEqual([]);
    expect(fixture.cloud.meetings()).toEqual([]);
  });
  afterAll(() => fixture.cloud.close());
  return fixture;

  async function run({ argv = [], env, health, stopping }: CheckOptions = {}) {
    const origins = Object.values(CLOUDS).flatMap(({ graphOrigin, loginOrigin }) => [
      graphOrigin,
      loginOrigin,
    ]);
    const local = createLocalFetch(httpFetch, origins, fixture.cloud.url);
    const { now, sleep } = fixture.clock;
    return checkSetup(readOptions("check-setup", argv), toEnvironment(fixture.folder, env), {
      fetch: async (input, init) => {
        const { host } = new URL(input);
        if (host === DOMAIN) {
          return health ? health() : Response.json({ status: "ok", program: "rendezvous" });
        }
        // Azure's endpoint for managed identity tokens.
        if (host === "169.254.169.254") throw new TypeError("fetch failed");
        return holdClock(local(input, init));
      },
      now,
      async sleep(ms, signal) {
        const change = ms === CHECK_DEADLINE_MS ? 1 : 0;
        count(change);
        await sleep(ms, signal);
        count(-change);
      },
      sleepBeforeRetry: async () => {},
      log: createLog("silent"),
      programFolder: fixture.folder,
      hasColors: false,
      stopping: stopping ?? new AbortController().signal,
    });
  }
}

/** All that `npm start` needs, without faults. */
export function toEnvironment(folder: string, env: Environment = {}): Environment {
  return {
    BOT_ID: APP_ID,
    BOT_PASSWORD: SECRET,
    TENANT_ID: TENANT,
    BOT_DOMAIN: DOMAIN,
    SEALING_KEY: Buffer.alloc(32, 1).toString("base64"),
    STORE: `lmdb:${join(folder, "records")}`,
    ADMINS: ada.aadId,
    ...env,
  };
}
