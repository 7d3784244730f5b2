import type { CommandOptions } from "../command-line";
import { UsageProblem } from "../start-problem";
import { createConsentStep, toConsentChoice } from "./consent-step";
import { createDeployStep } from "./deploy-step";
import { createFederatedCredentialStep } from "./federated-credential-step";
import { createLiveStatusStep } from "./live-status-step";
import { createPackStep } from "./pack-step";
import { createProvisionStep } from "./provision-step";
import { createSealingKeyStep } from "./sealing-key-step";
import { createAdminsStep, createGraphAuthStep } from "./settings-steps";
import type { SetupContext, Step } from "./step";
import { createToolsStep } from "./tools-step";

/** The steps in their order: all, or those in `--only`. */
export function createSteps(
  context: SetupContext,
  options: CommandOptions["setup"],
): readonly Step[] {
  const later = options.dryRun ? foresee(context, options) : context;
  const steps = [
    createToolsStep(context),
    createSealingKeyStep(context),
    createGraphAuthStep(context),
    createLiveStatusStep(context),
    createAdminsStep(context),
    createProvisionStep(later),
    createFederatedCredentialStep(later),
    createConsentStep(later),
    createPackStep(later),
    createDeployStep(later),
  ];
  return options.only === undefined ? steps : chooseSteps(steps, options.only);
}

/** A dry run saves no choices, but the plan depends on them. */
function foresee(
  context: SetupContext,
  { graphAuth, liveStatus, consent }: CommandOptions["setup"],
): SetupContext {
  return {
    ...context,
    readValues() {
      const values = context.readValues();
      const GRAPH_AUTH = graphAuth ?? (values["GRAPH_AUTH"] || "delegated");
      const LIVE_STATUS = liveStatus ?? (values["LIVE_STATUS"] || "bot");
      return { ...values, GRAPH_AUTH, LIVE_STATUS, ...toConsentChoice(consent) };
    },
  };
}

/** @param only as in `--only`: ids, separated by commas */
function chooseSteps(steps: readonly Step[], only: string): readonly Step[] {
  const ids = only.split(",").map((id) => id.trim());
  const unknown = ids.find((id) => !steps.some((step) => step.id === id));
  if (unknown === undefined) return steps.filter(({ id }) => ids.includes(id));
  const known = steps.map(({ id }) => id).join(", ");
  throw new UsageProblem(`--only can be ${known}, not “${unknown}”.`, "setup");
}
