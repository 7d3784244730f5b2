import { readProgramVersion } from "../../check/program-version";
import type { Environment } from "../../config/settings";
import type { Dependencies } from "../../deps";
import type { CommandOptions } from "../command-line";
import { setVariable } from "../env-file";
import { readEnvironmentName } from "../environment-name";
import { readValues } from "../pack/package-source";
import { StartProblem } from "../start-problem";
import { describeByHand } from "./by-hand";
import { completeStep, describePlan } from "./complete-step";
import { toConsentChoice } from "./consent-step";
import { runFinalCheck } from "./final-check";
import { findMeetingsRole } from "./grants";
import { createEnvironmentFile, isNewEnvironment } from "./new-environment";
import { createRunCommand } from "./run-command";
import type { SetupContext, Step } from "./step";
import { createSteps } from "./steps";

interface Surroundings extends Pick<Dependencies, "fetch" | "now" | "sleep"> {
  env: Environment;
  /** The folder of the repository. */
  root: string;
  isInteractive: boolean;
  hasColors: boolean;
  nodeVersion: string;
  print: (text: string) => void;
  /** On abort, the program that a step runs is ended. */
  stopping: AbortSignal;
}

/**
 * `npm run setup`: brings Rendezvous to a tenant, step by step. Steps that are done are skipped, so a second run
 * continues where the first one failed.
 *
 * @returns the exit code: 1 if the check at the end found a fault
 * @throws StartProblem after a step failed or was stopped, with what to do
 * @throws UsageProblem if the options are wrong
 */
export async function setup(
  options: CommandOptions["setup"],
  surroundings: Surroundings,
): Promise<0 | 1> {
  const { print, env, root } = surroundings;
  const environment = readEnvironmentName("setup", options.env, env);
  if (options.only === undefined && isNewEnvironment(root, environment)) {
    const created = `env/.env.${environment} from env/.env.dev, for another installation.`;
    if (options.dryRun) {
      print(`To do: creates ${created} Then does the same as for the first one.`);
      return 0;
    }
    createEnvironmentFile(root, environment);
    print(`Created ${created}`);
  }
  const context: SetupContext = {
    ...surroundings,
    environment,
    readValues: () => readValues(root, environment, env),
    run: createRunCommand({ ...surroundings, cwd: root }),
    graphAuth: options.graphAuth,
    liveStatus: options.liveStatus,
    rotatesKey: options.rotateKey ?? false,
  };
  context.readValues(); // throws if there is no such environment
  const steps = createSteps(context, options);
  if (options.dryRun) {
    await announce(steps, print, describePlan);
    print("Nothing was changed. Run it without --dry-run to do this.");
    return 0;
  }
  for (const [name, value] of Object.entries(toConsentChoice(options.consent))) {
    setVariable(root, environment, name, value);
  }
  if (options.only !== undefined) {
    await runOnly(steps, environment, surroundings);
    return 0;
  }
  const command = `npm run setup -- --env ${environment}`;
  await announce(steps, print, async (step) => {
    const { outcome } = await completeStep(step, { ...surroundings, command });
    return outcome;
  });
  return conclude(context, surroundings);
}

/** Says what is left to do by hand, and what works. */
async function conclude(
  context: SetupContext,
  { print, hasColors }: Pick<Surroundings, "print" | "hasColors">,
): Promise<0 | 1> {
  const { environment, root } = context;
  const role = await findMeetingsRole(context);
  const version = readProgramVersion(root);
  const lines = describeByHand(context.readValues(), { environment, version, role });
  for (const line of lines) print(line);
  const hasRole = role !== undefined;
  const { text, isSound } = await runFinalCheck(context, { hasColors, hasRole });
  print(text);
  return isSound ? 0 : 1;
}

/**
 * Runs some steps, as the scripts in teamsapp.yml do. The Toolkit sets TEAMSFX_ENV for them, and has read its files when
 * it started: a variable that a step sets is only used in its next run. Scripts could pass variables on by printing
 * them, but `atk` shows what they print, and one is the sealing key.
 */
async function runOnly(
  steps: readonly Step[],
  environment: string,
  { print, env, stopping }: Surroundings,
): Promise<void> {
  const isInToolkit = Boolean(env["TEAMSFX_ENV"]);
  const provision = `atk provision --env ${environment}`;
  const command = isInToolkit ? provision : `npm run setup -- --env ${environment}`;
  let isUnread = false;
  await announce(steps, print, async (step) => {
    const { isChanged, outcome } = await completeStep(step, { command, stopping });
    isUnread ||= isChanged && step.isReadByToolkit === true;
    return outcome;
  });
  if (!isInToolkit || !isUnread) return;
  throw new StartProblem(
    `The Toolkit hasn’t read this yet. Run \`${provision}\` again, or Provision in Visual Studio Code.`,
  );
}

async function announce(
  steps: readonly Step[],
  print: (text: string) => void,
  work: (step: Step) => Promise<string>,
): Promise<void> {
  for (const [index, step] of steps.entries()) {
    print(`${index + 1}/${steps.length} ${step.title}`);
    print(`    ${step.why}`);
    print(`    ${(await work(step)).replaceAll("\n", "\n    ")}`);
  }
}
