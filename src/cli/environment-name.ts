import type { Environment } from "../config/settings";
import { StartProblem, UsageProblem } from "./start-problem";

/**
 * Which file in env/ a command is for: the option `--env`, `TEAMSFX_ENV` as the Toolkit sets it, or `dev`.
 *
 * @throws UsageProblem if the option can't be part of a file name
 * @throws StartProblem if the variable can't
 */
export function readEnvironmentName(
  command: "setup" | "pack",
  option: string | undefined,
  env: Environment,
): string {
  const name = option ?? (env["TEAMSFX_ENV"] || "dev");
  if (/^[\w-]+$/.test(name)) return name;
  const problem = `“${name}” isn’t an environment name. For example, dev uses env/.env.dev.`;
  throw option === undefined ? new StartProblem(problem) : new UsageProblem(problem, command);
}
