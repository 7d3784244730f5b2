import { createApplicationTokens } from "../../auth/application-tokens";
import { checkWithoutSettings, createCheckSetup } from "../../check/check-setup";
import { readProgramVersion } from "../../check/program-version";
import { CHECK_DEADLINE_MS } from "../../check/run-checks";
import { readConfig, type Config } from "../../config";
import { openConfiguredStore } from "../configured-store";
import type { Dependencies } from "../../deps";
import { AppError } from "../../errors";
import { createLocalFetch } from "../../local/local-fetch";
import { isSound, type CheckReport } from "../../meetings/ports/check-report";
import type { MeetingStore } from "../../meetings/record/meeting-store";
import { StartProblem } from "../start-problem";
import { readCheckOptions, type CheckOptions } from "./check-options";
import { toReportJson, toReportText } from "./render-report";

export interface CheckSetupWorld extends Pick<Dependencies, "fetch" | "now" | "sleep" | "log"> {
  /** Where package.json lies, and what was packed. */
  programFolder: string;
  hasColors: boolean;
  /** Aborts when somebody wants an end of it: nothing more is waited for, and what was made is taken away. */
  stopping: AbortSignal;
}

export interface CheckSetupResult {
  output: string;
  errors: string;
  /** 0 when nothing is wrong, 1 when something is, 2 for options that are none. */
  exitCode: 0 | 1 | 2;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** `npm run check-setup`: looks at the set-up that the environment describes, as `npm start` would find it. */
export async function checkSetup(
  argv: readonly string[],
  env: Environment,
  world: CheckSetupWorld,
): Promise<CheckSetupResult> {
  let options;
  try {
    options = readCheckOptions(argv);
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    return { output: "", errors: `${error.message}\n`, exitCode: 2 };
  }
  const read = readConfig(env);
  const impatient = { ...world, sleep: createImpatientSleep(world) };
  const report = read.ok
    ? await lookAt(read.config, options, impatient)
    : await checkWithoutSettings(read.problems, impatient);
  const heading = [
    `Rendezvous ${readProgramVersion(world.programFolder)}`,
    ...(read.ok ? [`app ${env.BOT_ID}`, `tenant ${env.TENANT_ID}`] : []),
  ].join(" · ");
  return {
    output: options.isJson
      ? toReportJson(report)
      : toReportText(report, { heading, hasColors: world.hasColors }),
    errors: "",
    exitCode: isSound(report) ? 0 : 1,
  };
}

async function lookAt(
  config: Config,
  { userAadId = config.admins[0], graphUrl }: CheckOptions,
  world: CheckSetupWorld,
): Promise<CheckReport> {
  const { cloud, credential } = config;
  const { graphOrigin, loginOrigin } = cloud;
  const fetch =
    graphUrl === undefined
      ? world.fetch
      : createLocalFetch(world.fetch, [graphOrigin, loginOrigin], graphUrl);
  const getAppToken = createApplicationTokens(credential, cloud, { fetch, now: world.now });
  const background: Promise<unknown>[] = [];
  const opened: MeetingStore[] = [];
  const look = createCheckSetup(
    { ...config, programFolder: world.programFolder },
    {
      ...world,
      fetch,
      getAppToken,
      async getGraphToken({ userAadId: asked, ...request }) {
        // People sign in at the bot, and no other process knows of it.
        if (config.graphAuth === "delegated" && asked) throw new AppError("sign_in_needed");
        return getAppToken({ ...request, resource: graphOrigin });
      },
      openStore() {
        const store = openConfiguredStore(config);
        opened.push(store);
        return store;
      },
      waitUntil: (work) => void background.push(work),
    },
  );
  try {
    return await look({
      tenantId: config.botIdentity.kind === "registered" ? config.botIdentity.tenantId : "",
      ...(userAadId !== undefined && { userAadId }),
    });
  } finally {
    await Promise.all(background);
    // A store that is in trouble has been told of, and may not close either.
    const closing = Promise.all(opened.map((store) => store.close())).catch(() => undefined);
    const enough = new AbortController();
    await Promise.race([closing, world.sleep(CHECK_DEADLINE_MS, enough.signal)]);
    enough.abort();
  }
}

/** Ends at once when the process shall end. */
function createImpatientSleep({ sleep, stopping }: CheckSetupWorld): Dependencies["sleep"] {
  return (ms, signal) => sleep(ms, signal ? AbortSignal.any([signal, stopping]) : stopping);
}
