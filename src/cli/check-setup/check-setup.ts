import { z } from "zod";
import { withDeadline } from "../../async/deadline";
import { createApplicationTokens } from "../../auth/application-tokens";
import { checkWithoutSettings, createCheckSetup } from "../../check/check-setup";
import { readProgramVersion } from "../../check/package-check";
import { CHECK_DEADLINE_MS } from "../../check/check";
import { readConfig, type Config } from "../../config/config";
import { systemDependencies, type Dependencies } from "../../deps";
import { AppError } from "../../errors";
import { createLocalFetch } from "../../local/local-fetch";
import { createLog } from "../../log";
import { isSound, type CheckReport } from "../../meetings/ports/check-report";
import type { MeetingStore } from "../../meetings/ports/meeting-store";
import type { Environment } from "../../config/settings";
import { openConfiguredStore } from "../configured-store";
import { parseOptions } from "../parse-options";
import { StartProblem } from "../start-problem";
import { toReportJson, toReportText } from "./render-report";

const USAGE = "npm run check-setup -- [--json] [--user <object id>] [--graph-url URL]";
const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

type CheckDependencies = Pick<Dependencies, "fetch" | "now" | "sleep" | "log">;

/** Uses the real clock and network, and no log, unless told otherwise. */
interface CheckSetupContext extends Partial<CheckDependencies> {
  /** Where package.json and the app packages are. */
  programFolder: string;
  hasColors: boolean;
  /** On abort the checks stop waiting, and what they created is deleted. */
  stopping: AbortSignal;
}

export interface CheckSetupResult {
  output: string;
  errors: string;
  /** 0: no faults; 1: faults; 2: wrong options. */
  exitCode: 0 | 1 | 2;
}

/** `npm run check-setup`: checks the setup that `npm start` would find in the environment. */
export async function checkSetup(
  argv: readonly string[],
  env: Environment,
  context: CheckSetupContext,
): Promise<CheckSetupResult> {
  let options;
  try {
    options = readCheckOptions(argv);
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    return { output: "", errors: `${error.message}\n`, exitCode: 2 };
  }
  const read = readConfig(env);
  // Log lines would be mixed up with the report.
  const deps = { ...systemDependencies(), log: createLog("silent"), ...context };
  const stoppable = { ...deps, sleep: createStoppableSleep(deps) };
  const report = read.ok
    ? await checkConfigured(read.config, options, stoppable)
    : await checkWithoutSettings(read.problems, stoppable);
  const heading = [
    `Rendezvous ${readProgramVersion(context.programFolder)}`,
    ...(read.ok ? [`app ${env.BOT_ID}`, `tenant ${env.TENANT_ID}`] : []),
  ].join(" · ");
  return {
    output: options.isJson
      ? toReportJson(report)
      : toReportText(report, { heading, hasColors: context.hasColors }),
    errors: "",
    exitCode: isSound(report) ? 0 : 1,
  };
}

async function checkConfigured(
  config: Config,
  { userAadId = config.admins[0], graphUrl }: ReturnType<typeof readCheckOptions>,
  context: CheckSetupContext & CheckDependencies,
): Promise<CheckReport> {
  const { cloud, credential } = config;
  const { graphOrigin, loginOrigin } = cloud;
  const fetch =
    graphUrl === undefined
      ? context.fetch
      : createLocalFetch(context.fetch, [graphOrigin, loginOrigin], graphUrl);
  const getAppToken = createApplicationTokens(credential, cloud, { fetch, now: context.now });
  const background: Promise<unknown>[] = [];
  const opened: MeetingStore[] = [];
  const check = createCheckSetup(
    { ...config, programFolder: context.programFolder },
    {
      ...context,
      fetch,
      getAppToken,
      async getGraphToken({ userAadId: signedInUser, ...request }) {
        // Only the bot's process knows the tokens of people who have signed in.
        if (config.graphAuth === "delegated" && signedInUser) throw new AppError("sign_in_needed");
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
    return await check({
      tenantId: config.botIdentity.kind === "registered" ? config.botIdentity.tenantId : "",
      userAadId,
    });
  } finally {
    await Promise.all(background);
    const close = () => Promise.all(opened.map((store) => store.close()));
    // A broken store is already in the report. It may hang, or fail to close.
    await withDeadline(CHECK_DEADLINE_MS, close, context).catch(() => undefined);
  }
}

/** Also ends on `stopping`. */
function createStoppableSleep({
  sleep,
  stopping,
}: Pick<Dependencies, "sleep"> & { stopping: AbortSignal }): Dependencies["sleep"] {
  return (ms, signal) => sleep(ms, signal ? AbortSignal.any([signal, stopping]) : stopping);
}

/** Throws a `StartProblem` that says what is wrong, and what to write instead. */
function readCheckOptions(argv: readonly string[]) {
  const options = {
    json: { type: "boolean", default: false },
    user: { type: "string" },
    "graph-url": { type: "string" },
  } as const;
  const { json, user, "graph-url": graphUrl } = parseOptions(argv, options, USAGE);
  if (user !== undefined && !z.guid().safeParse(user).success) {
    throw new StartProblem(
      `--user must be an object ID (a GUID, under Users in the Entra admin center), not “${user}”. Usage: ${USAGE}`,
    );
  }
  return {
    isJson: json,
    /** The user to create a meeting for, unless `ORGANIZER` names one. */
    userAadId: user?.toLowerCase(),
    /** A demo's embedded Graph and Entra, to use instead of Microsoft's. */
    graphUrl: graphUrl === undefined ? undefined : readOrigin(graphUrl),
  };
}

/** Accepts loopback addresses only: secrets are sent there. */
function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && LOOPBACK.has(url.hostname)) return url.origin;
  throw new StartProblem(
    `--graph-url must be the URL of a demo on this machine, such as http://127.0.0.1:3979, not “${text}”. Usage: ${USAGE}`,
  );
}
