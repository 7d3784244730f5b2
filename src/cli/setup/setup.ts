import type { CommandOptions } from "../command-line";
import { readEnvironmentName } from "../environment-name";
import { readValues } from "../pack/package-source";
import { StartProblem, UsageProblem } from "../start-problem";
import type { Environment } from "../../config/settings";
import type { Dependencies } from "../../deps";
import { describeByHand } from "./by-hand";
import { createDeployStep, createPackStep } from "./delivery-steps";
import { createProvisionStep } from "./provision-step";
import { createConsentStep, createFederatedCredentialStep } from "./registration-steps";
import { createRunCommand } from "./run-command";
import { createAdminsStep, createGraphAuthStep, createSealingKeyStep } from "./settings-steps";
import { StepProblem, type SetupContext, type Step } from "./step";
import { createToolsStep } from "./tools-step";

interface Surroundings extends Pick<Dependencies, "fetch" | "now" | "sleep"> {
  env: Environment;
  /** The folder of the repository. */
  root: string;
  isInteractive: boolean;
  nodeVersion: string;
  print: (line: string) => void;
}

/**
 * `npm run setup`: brings Rendezvous to a tenant, step by step. Steps that are done are skipped, so a second run
 * continues where the first one failed.
 *
 * @throws StartProblem after a step failed, with what to do
 * @throws UsageProblem if the options are wrong
 */
export async function setup(
  options: CommandOptions["setup"],
  surroundings: Surroundings,
): Promise<void> {
  const { print, env, root } = surroundings;
  const environment = readEnvironmentName(options.env, env);
  const context: SetupContext = {
    ...surroundings,
    environment,
    readValues: () => readValues(root, environment, env),
    run: createRunCommand({ ...surroundings, cwd: root }),
    graphAuth: options.graphAuth,
    hasAdminConsent: options.consent,
  };
  context.readValues(); // throws if there is no such environment
  const all = createSteps(context);
  const steps = all.filter(({ id }) => options.only === undefined || id === options.only);
  if (steps.length === 0) {
    const ids = all.map(({ id }) => id).join(", ");
    throw new UsageProblem(`--only must be one of ${ids}, not “${options.only}”.`, "setup");
  }
  for (const [index, step] of steps.entries()) {
    print(`${index + 1}/${steps.length} ${step.title}`);
    print(`    ${step.why}`);
    if (options.dryRun) print(`    ${await explainPlan(step)}`);
    else print(`    ${await complete(step, environment)}`);
  }
  if (options.only !== undefined) return;
  if (options.dryRun) print("Nothing was changed. Run it without --dry-run to do this.");
  else for (const line of describeByHand(context.readValues(), environment)) print(line);
}

function createSteps(context: SetupContext): Step[] {
  return [
    createToolsStep(context),
    createSealingKeyStep(context),
    createGraphAuthStep(context),
    createAdminsStep(context),
    createProvisionStep(context),
    createFederatedCredentialStep(context),
    createConsentStep(context),
    createPackStep(context),
    createDeployStep(context),
  ];
}

async function explainPlan(step: Step): Promise<string> {
  // A step that can't find out yet is still to do.
  const done = await step.findDone().catch((error: unknown) => {
    if (error instanceof StepProblem) return undefined;
    throw error;
  });
  return done === undefined ? `To do: ${step.plan}` : `Done already: ${done}`;
}

async function complete(step: Step, environment: string): Promise<string> {
  try {
    const done = await step.findDone();
    return done === undefined ? `Done: ${await step.run()}` : `Done already: ${done}`;
  } catch (error) {
    if (!(error instanceof StepProblem)) throw error;
    const next = `Then run \`npm run setup -- --env ${environment}\` again. It continues here.`;
    throw new StartProblem(`Failed: ${error.message}`, [...error.advice, next]);
  }
}
