import * as z from "zod";
import { withDeadline } from "../../async/deadline";
import { createApplicationTokens } from "../../auth/application-tokens";
import { createMsalNetwork } from "../../auth/msal-network";
import { checkWithoutSettings, createCheckSetup } from "../../check/check-setup";
import { readProgramVersion } from "../../check/program-version";
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
import type { CommandOptions } from "../command-line";
import { UsageProblem } from "../start-problem";
import { toReportJson, toReportText } from "./render-report";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

type CheckDependencies = Pick<Dependencies, "fetch" | "now" | "sleep" | "sleepBeforeRetry" | "log">;

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
  /** 0: no faults; 1: faults. */
  exitCode: 0 | 1;
}

/**
 * `npm run check-setup`: checks the setup that `npm start` would find in the environment.
 *
 * @throws UsageProblem if the options are wrong
 */
export async function checkSetup(
  given: CommandOptions["check-setup"],
  env: Environment,
  context: CheckSetupContext,
): Promise<CheckSetupResult> {
  const options = readCheckOptions(given);
  const read = readConfig(env);
  // Log lines would be mixed up with the report.
  const deps = { ...systemDependencies(), log: createLog("silent"), ...context };
  const report = read.ok
    ? await checkConfigured(read.config, options, deps)
    : await checkWithoutSettings(read.problems, deps);
  const version = readProgramVersion(context.programFolder);
  const subject = read.ok ? { version, appId: env.BOT_ID, tenantId: env.TENANT_ID } : { version };
  return {
    output: options.isJson ? toReportJson(report) : toReportText(report, subject, context),
    exitCode: isSound(report) ? 0 : 1,
  };
}

async function checkConfigured(
  config: Config,
  { userAadId = config.admins[0], graphUrl }: ReturnType<typeof readCheckOptions>,
  context: CheckSetupContext & CheckDependencies,
): Promise<CheckReport> {
  const { cloud, credential } = config;
  const { sleep, stopping: signal } = context;
  const { graphOrigin, loginOrigin } = cloud;
  const fetch =
    graphUrl === undefined
      ? context.fetch
      : createLocalFetch(context.fetch, [graphOrigin, loginOrigin], graphUrl);
  const getAppToken = createApplicationTokens(credential, cloud, {
    network: createMsalNetwork({ ...context, fetch }),
    now: context.now,
  });
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
    await withDeadline(CHECK_DEADLINE_MS, close, { sleep, signal }).catch(() => undefined);
  }
}

/** Throws a `UsageProblem` that says what is wrong, and what to write instead. */
function readCheckOptions({ json = false, user, graphUrl }: CommandOptions["check-setup"]) {
  if (user !== undefined && !z.guid().safeParse(user).success) {
    throw new UsageProblem(
      `--user must be an object ID (a GUID, under Users in the Entra admin center), not “${user}”.`,
      "check-setup",
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
  throw new UsageProblem(
    `--graph-url must be the URL of a demo on this machine, such as http://127.0.0.1:3979, not “${text}”.`,
    "check-setup",
  );
}
