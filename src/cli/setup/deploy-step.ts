import * as z from "zod";
import { withDeadline } from "../../async/deadline";
import { parseJson } from "../../errors";
import { readProgramVersion } from "../../check/program-version";
import { toCommandProblem } from "./command-problem";
import { StepProblem, type SetupContext, type Step } from "./step";

const DEPLOY_TIMEOUT_MS = 30 * 60_000;
const HEALTH_LIMIT_MS = 10 * 60_000;
const HEALTH_PAUSE_MS = 5_000;
const HEALTH_CALL_MS = 10_000;
const healthSchema = z.object({
  status: z.literal("ok"),
  program: z.literal("rendezvous"),
  version: z.string(),
});
/** https://learn.microsoft.com/rest/api/appservice/web-apps/list-deployments */
const deploymentsSchema = z.object({
  value: z.array(z.object({ properties: z.object({ active: z.boolean(), status: z.number() }) })),
});
/** `DeployStatus.Success` in Kudu, which deploys for App Service. */
const SUCCESS = 4;

export function createDeployStep(context: SetupContext): Step {
  const { environment, root, run, readValues, isInteractive } = context;
  const args = [
    "deploy",
    "--env",
    environment,
    ...(isInteractive ? [] : ["--interactive", "false"]),
  ];
  const command = `\`atk deploy --env ${environment}\``;
  const version = readProgramVersion(root);
  const toUrl = () => `https://${readValues()["BOT_DOMAIN"]}/healthz`;
  const readVersion = () => readServerVersion(context, toUrl());

  async function deploy() {
    const deployed = await run("atk", args, { timeoutMs: DEPLOY_TIMEOUT_MS, isAttended: true });
    if (deployed.ok) return;
    throw await toCommandProblem(context, deployed, ["Do what the Toolkit’s message says."]);
  }

  async function waitForVersion() {
    const endMs = context.now().getTime() + HEALTH_LIMIT_MS;
    for (;;) {
      const found = await readVersion();
      if (found === version) return;
      if (context.now().getTime() >= endMs) {
        const id = readValues()["AZURE_APP_SERVICE_RESOURCE_ID"];
        const fault = found === undefined ? "doesn’t answer" : `still has version ${found}`;
        throw new StepProblem(`${toUrl()} ${fault} after 10 minutes.`, [
          `Read the server’s log: \`az webapp log tail --ids ${id}\`. It names each wrong setting.`,
          `If you change the program, deploy it: ${command}.`,
        ]);
      }
      await context.sleep(HEALTH_PAUSE_MS);
    }
  }

  return {
    id: "deploy",
    title: "Server",
    why: "Teams sends each message to the server, so it has to run before anyone uses the app.",
    plan: () =>
      `Runs \`atk ${args.join(" ")}\`, and waits until /healthz answers with version ${version}.`,
    async findDone() {
      if (!readValues()["BOT_DOMAIN"] || (await readVersion()) !== version) return undefined;
      return `${toUrl()} answers with version ${version}. To deploy a change that keeps the version, run ${command}.`;
    },
    async run() {
      // One that was deployed and doesn't answer may still be starting, as after a change of its settings.
      const isStarting = (await readVersion()) === undefined && (await isDeployed(context));
      if (!isStarting) await deploy();
      await waitForVersion();
      return `${toUrl()} answers with version ${version}.`;
    },
  };
}

/** Whether the last deployment to the server succeeded. If that can't be found out, it's deployed again. */
async function isDeployed({ run, readValues }: SetupContext): Promise<boolean> {
  const { AZURE_APP_SERVICE_RESOURCE_ID: server } = readValues();
  if (!server) return false;
  const url = `${server}/deployments?api-version=2024-04-01`;
  const listed = await run("az", ["rest", "--method", "GET", "--url", url, "--output", "json"]);
  const found = listed.ok ? deploymentsSchema.safeParse(parseJson(listed.output)).data : undefined;
  return (found?.value ?? []).some(
    ({ properties: { active, status } }) => active && status === SUCCESS,
  );
}

/** Nothing while the server starts: it refuses connections, hangs, or shows a page of App Service. */
async function readServerVersion(
  { fetch, sleep }: Pick<SetupContext, "fetch" | "sleep">,
  url: string,
): Promise<string | undefined> {
  const ask = async (signal: AbortSignal) => (await fetch(url, { signal })).text();
  const text = await withDeadline(HEALTH_CALL_MS, ask, { sleep }).catch(() => undefined);
  return text === undefined ? undefined : healthSchema.safeParse(parseJson(text)).data?.version;
}
