import { once } from "node:events";
import * as z from "zod";
import { StartProblem } from "../start-problem";
import { StepProblem, type Step } from "./step";

/** https://nodejs.org/api/errors.html#class-systemerror */
const fileErrorSchema = z.object({ syscall: z.string(), message: z.string() });

/** @throws StartProblem if the step failed or was stopped, with what to do and the command that continues */
export async function completeStep(
  step: Step,
  { command, stopping }: { command: string; stopping: AbortSignal },
): Promise<{ isChanged: boolean; outcome: string }> {
  const next = `un \`${command}\` again. It continues here.`;
  const stopped = once(stopping, "abort").then(() => {
    throw new StartProblem(`Stopped. R${next}`);
  });
  try {
    return await Promise.race([runUnlessDone(step), stopped]);
  } catch (error) {
    const problem = toStepProblem(error);
    if (!problem) throw error;
    throw new StartProblem(`Failed: ${problem.message}`, [...problem.advice, `Then r${next}`]);
  }
}

/** What `--dry-run` says. A step that can't find out yet is still to do. */
export async function describePlan(step: Step): Promise<string> {
  const done = await step.findDone().catch((error: unknown) => {
    if (error instanceof StepProblem) return undefined;
    throw error;
  });
  return done === undefined ? `To do: ${await step.plan()}` : `Done already: ${done}`;
}

async function runUnlessDone(step: Step): Promise<{ isChanged: boolean; outcome: string }> {
  const done = await step.findDone();
  return done === undefined
    ? { isChanged: true, outcome: `Done: ${await step.run()}` }
    : { isChanged: false, outcome: `Done already: ${done}` };
}

function toStepProblem(error: unknown): StepProblem | undefined {
  if (error instanceof StepProblem) return error;
  const fault = fileErrorSchema.safeParse(error).data;
  return fault && new StepProblem(fault.message, ["Make it possible to read and write this file."]);
}
