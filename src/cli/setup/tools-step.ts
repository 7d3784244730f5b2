import { findOtherTenant, readAzAccount } from "./az-account";
import { StepProblem, type SetupContext, type Step } from "./step";
import { inspectToolkit } from "./toolkit-account";

const OLDEST_NODE = [20, 19] as const;
const MISSING = "Something is missing on this machine.";

/** Everything else calls these programs, as the person who is signed in. */
export function createToolsStep(context: SetupContext): Step {
  return {
    id: "tools",
    title: "Tools and sign-ins",
    why: "The Azure CLI and the Toolkit create everything in your name.",
    async plan() {
      const { missing } = await inspectTools(context);
      return [MISSING, ...missing.map((one) => `  - ${one}`)].join("\n");
    },
    async findDone() {
      const { missing, name } = await inspectTools(context);
      return missing.length === 0 ? `az and atk are installed, and you’re ${name}.` : undefined;
    },
    async run() {
      const { missing, name } = await inspectTools(context);
      if (missing.length === 0) return `You’re ${name}.`;
      throw new StepProblem(MISSING, missing);
    },
  };
}

/** What to install or run, in order. */
async function inspectTools(context: SetupContext) {
  const [az, toolkit] = await Promise.all([readAzAccount(context), inspectToolkit(context)]);
  const missing = [...inspectNode(context.nodeVersion), ...toolkit.missing];
  if ("advice" in az) return { missing: [az.advice, ...missing], name: undefined };
  const otherTenant =
    findOtherTenant(context, az.tenantId) ?? findOtherSubscriptions(az.tenantId, toolkit.tenantIds);
  return { missing: otherTenant ? [otherTenant, ...missing] : missing, name: az.name };
}

function inspectNode(version: string): string[] {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  const isRecent = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  return isRecent
    ? []
    : [`Install Node ${oldestMajor}.${oldestMinor} or newer: this is ${version}.`];
}

/** The registration can only trust an identity in the same tenant, and az has to be signed in there too. */
function findOtherSubscriptions(tenantId: string, tenantIds: readonly string[]) {
  if (tenantIds.length === 0 || tenantIds.includes(tenantId)) return undefined;
  return `Sign in to az and to atk’s Azure in the same tenant: az is in ${tenantId}, and atk’s subscriptions are in ${tenantIds.join(", ")}.`;
}
