import * as z from "zod";
import { parseJson } from "../../errors";
import { toCommandProblem } from "./command-problem";
import { endPending, isKeyPending } from "./sealing-key-step";
import { StepProblem, type SetupContext, type Step } from "./step";

const TIMEOUT_MS = 45 * 60_000;
/** What `atk provision` writes to the environment's file. */
const WRITTEN = [
  "BOT_ID",
  "TENANT_ID",
  "TEAMS_APP_ID",
  "BOT_DOMAIN",
  "AZURE_APP_SERVICE_RESOURCE_ID",
  "AZURE_IDENTITY_PRINCIPAL_ID",
] as const;
/** The server's settings that an environment's file decides. */
const DECIDED = ["GRAPH_AUTH", "LIVE_STATUS", "ADMINS"] as const;
const settingsSchema = z.array(z.object({ name: z.string(), value: z.string() }));

export function createProvisionStep(context: SetupContext): Step {
  const { environment, run, readValues, isInteractive } = context;
  // The Toolkit's own flag for pipelines.
  const args = [
    "provision",
    "--env",
    environment,
    ...(isInteractive ? [] : ["--interactive", "false"]),
  ];
  const toLocation = () => {
    if (isInteractive) return "It may ask where in Azure.";
    const values = readValues();
    const isKnown = values["AZURE_SUBSCRIPTION_ID"] && values["AZURE_RESOURCE_GROUP_NAME"];
    return isKnown ? "It asks nothing." : toLocationAdvice(environment);
  };
  return {
    id: "provision",
    title: "App registration and Azure resources",
    why: "The bot needs an identity, a server, its records and a place in Teams.",
    plan: () =>
      `Runs \`atk ${args.join(" ")}\`: creates or updates them. ${toLocation()} Azure charges for the server.`,
    async findDone() {
      const values = readValues();
      if (WRITTEN.some((name) => !values[name]) || isKeyPending(context)) return undefined;
      const isCurrent = await hasCurrentSettings(context);
      return isCurrent
        ? `The app is ${values["BOT_ID"]}, its server ${values["BOT_DOMAIN"]}.`
        : undefined;
    },
    async run() {
      const provisioned = await run("atk", args, { timeoutMs: TIMEOUT_MS, isAttended: true });
      if (!provisioned.ok) {
        throw await toCommandProblem(context, provisioned, [
          "Do what the Toolkit’s message says. You need to be Owner of the Azure subscription.",
          ...(isInteractive ? [] : [toLocationAdvice(environment)]),
        ]);
      }
      const values = readValues();
      const missing = WRITTEN.filter((name) => !values[name]);
      if (missing.length > 0) {
        throw new StepProblem(`The Toolkit didn’t write ${missing.join(", ")}.`, [
          `Look at env/.env.${environment} and the Toolkit’s output above.`,
        ]);
      }
      endPending(context);
      return `The app is ${values["BOT_ID"]}, its server ${values["BOT_DOMAIN"]}.`;
    },
  };
}

/** Compares the server's settings in Azure. A server that can't be found isn't up to date. */
async function hasCurrentSettings(context: SetupContext): Promise<boolean> {
  const { run, readValues } = context;
  const values = readValues();
  const wanted = DECIDED.map((name) => `name=='${name}'`).join(" || ");
  const command = ["webapp", "config", "appsettings", "list"];
  const server = ["--ids", values["AZURE_APP_SERVICE_RESOURCE_ID"] ?? ""];
  // Not the others: the sealing key is one of them.
  const query = ["--query", `[?${wanted}].{name:name,value:value}`, "--output", "json"];
  const listed = await run("az", [...command, ...server, ...query]);
  if (!listed.ok && listed.reason !== "failed") throw await toCommandProblem(context, listed, []);
  const settings = listed.ok ? settingsSchema.safeParse(parseJson(listed.output)).data : undefined;
  const found = new Map(settings?.map(({ name, value }) => [name, value]));
  return DECIDED.every((name) => found.get(name) === values[name]);
}

function toLocationAdvice(environment: string): string {
  return `Without a terminal the Toolkit can’t ask: set AZURE_SUBSCRIPTION_ID and AZURE_RESOURCE_GROUP_NAME in env/.env.${environment}.`;
}
