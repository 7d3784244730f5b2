import * as z from "zod";
import { parseJson } from "../../errors";
import { StepProblem, type SetupContext, type Step } from "./step";

const OLDEST_NODE = [20, 19] as const;
const accountSchema = z.object({ tenantId: z.string(), user: z.object({ name: z.string() }) });

/** Everything else calls these programs, as the person who is signed in. */
export function createToolsStep(context: SetupContext): Step {
  return {
    id: "tools",
    title: "Tools and sign-ins",
    why: "The Azure CLI and the Toolkit create everything in your name.",
    plan: "Looks for az and atk, and asks who is signed in.",
    async findDone() {
      const { missing, account } = await inspectTools(context);
      return missing.length === 0 ? `az and atk are installed, and you’re ${account}.` : undefined;
    },
    async run() {
      const { missing, account } = await inspectTools(context);
      if (missing.length === 0) return `You’re ${account}.`;
      throw new StepProblem("Something is missing on this machine.", missing);
    },
  };
}

/** What to install or run, in order. */
async function inspectTools(context: SetupContext) {
  const [az, atk] = await Promise.all([inspectAz(context), inspectToolkit(context)]);
  const missing = [...inspectNode(context.nodeVersion), ...az.missing, ...atk];
  return { missing, account: az.account };
}

function inspectNode(version: string): string[] {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  const isRecent = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  return isRecent
    ? []
    : [`Install Node ${oldestMajor}.${oldestMinor} or newer: this is ${version}.`];
}

async function inspectAz({ run, readValues }: SetupContext) {
  const shown = await run("az", ["account", "show", "--output", "json"]);
  if (!shown.ok) {
    const advice = {
      not_installed:
        "Install the Azure CLI: https://learn.microsoft.com/cli/azure/install-azure-cli",
      timed_out: "Check your connection: `az account show` doesn’t end.",
      failed:
        "Run `az login --allow-no-subscriptions` as someone who may register apps and consent for the organization.",
    };
    return { missing: [advice[shown.reason]] };
  }
  const account = accountSchema.safeParse(parseJson(shown.output)).data;
  const tenantId = readValues()["TENANT_ID"];
  if (!account) return { missing: ["Update the Azure CLI: `az account show` has no user."] };
  if (tenantId && account.tenantId !== tenantId) {
    const login = `az login --tenant ${tenantId} --allow-no-subscriptions`;
    return {
      missing: [`Run \`${login}\`: az is signed in to another tenant, ${account.tenantId}.`],
    };
  }
  return { missing: [], account: account.user.name };
}

async function inspectToolkit({ run }: SetupContext): Promise<string[]> {
  const listed = await run("atk", ["auth", "list"]);
  if (!listed.ok) {
    return listed.reason === "not_installed"
      ? ["Run `npm install --global @microsoft/m365agentstoolkit-cli`."]
      : [`Run \`atk auth login m365\` and \`atk auth login azure\`. ${listed.message}`];
  }
  // It exits with 0 either way. Without any account, it names the commands that sign in.
  const accounts = listed.output.split("\n").filter((line) => !line.includes("auth login"));
  const isSignedIn = (name: RegExp) => accounts.some((line) => name.test(line));
  return [
    ...(isSignedIn(/Microsoft 365/i) ? [] : ["Run `atk auth login m365`."]),
    ...(isSignedIn(/Azure/i) ? [] : ["Run `atk auth login azure`."]),
  ];
}
