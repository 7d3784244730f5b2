import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { withDeadline } from "../../async/deadline";
import { parseJson } from "../../errors";
import { buildPackage, pack } from "../pack/pack";
import { StartProblem } from "../start-problem";
import { StepProblem, type SetupContext, type Step } from "./step";

const DEPLOY_TIMEOUT_MS = 30 * 60_000;
const HEALTH_LIMIT_MS = 10 * 60_000;
const HEALTH_PAUSE_MS = 5_000;
const HEALTH_CALL_MS = 10_000;
const healthSchema = z.object({ status: z.literal("ok"), program: z.literal("rendezvous") });

export function createPackStep({ root, environment, readValues }: SetupContext): Step {
  const options = { env: environment, slash: true };
  return {
    id: "pack",
    title: "App package",
    why: "Teams gets the app as a zip file with its manifest, texts and icons.",
    plan: `Builds artifacts/app-package/rendezvous.${environment}.zip from manifest/.`,
    async findDone() {
      if (!readValues()["BOT_ID"]) return undefined;
      try {
        const { path, bytes } = buildPackage(options, readValues(), root);
        const file = join(root, path);
        const isCurrent = existsSync(file) && readFileSync(file).equals(bytes);
        return isCurrent ? `${path} is up to date.` : undefined;
      } catch (error) {
        if (error instanceof StartProblem) return undefined; // `run` names the problem
        throw error;
      }
    },
    async run() {
      try {
        return pack(options, readValues(), root);
      } catch (error) {
        if (!(error instanceof StartProblem)) throw error;
        throw new StepProblem(error.message, [`Correct env/.env.${environment}.`]);
      }
    },
  };
}

export function createDeployStep(context: SetupContext): Step {
  const { environment, run, readValues } = context;
  const args = ["deploy", "--env", environment];
  const toUrl = () => `https://${readValues()["BOT_DOMAIN"]}/healthz`;
  return {
    id: "deploy",
    title: "Server",
    why: "Teams sends each message to the server, so it has to run before anyone uses the app.",
    plan: `Runs \`atk ${args.join(" ")}\`, and waits until /healthz answers.`,
    async findDone() {
      if (!readValues()["BOT_DOMAIN"] || !(await isHealthy(context, toUrl()))) return undefined;
      return `${toUrl()} answers. To deploy a change, run \`atk ${args.join(" ")}\`.`;
    },
    async run() {
      const deployed = await run("atk", args, { timeoutMs: DEPLOY_TIMEOUT_MS, isAttended: true });
      if (!deployed.ok) {
        throw new StepProblem(deployed.message, ["Do what the Toolkit’s message says."]);
      }
      const endMs = context.now().getTime() + HEALTH_LIMIT_MS;
      while (!(await isHealthy(context, toUrl()))) {
        if (context.now().getTime() >= endMs) {
          const id = readValues()["AZURE_APP_SERVICE_RESOURCE_ID"];
          throw new StepProblem(`${toUrl()} didn’t answer within 10 minutes.`, [
            `Read the server’s log: \`az webapp log tail --ids ${id}\`. It names each wrong setting.`,
          ]);
        }
        await context.sleep(HEALTH_PAUSE_MS);
      }
      return `${toUrl()} answers.`;
    },
  };
}

/** A server that is starting refuses connections, hangs, or shows a page of App Service. */
async function isHealthy(
  { fetch, sleep }: Pick<SetupContext, "fetch" | "sleep">,
  url: string,
): Promise<boolean> {
  const ask = async (signal: AbortSignal) =>
    (await fetch(url, { redirect: "manual", signal })).text();
  const text = await withDeadline(HEALTH_CALL_MS, ask, { sleep }).catch(() => undefined);
  return text !== undefined && healthSchema.safeParse(parseJson(text)).success;
}
