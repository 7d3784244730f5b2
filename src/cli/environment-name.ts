import type { Environment } from "../config/settings";
import { StartProblem } from "./start-problem";

/**
 * Which file in env/ a command is for: the option `--env`, `TEAMSFX_ENV` as the Toolkit sets it, or `dev`.
 *
 * @throws StartProblem if it can't be part of a file name
 */
export function readEnvironmentName(option: string | undefined, env: Environment): string {
  const name = option ?? (env["TEAMSFX_ENV"] || "dev");
  if (/^[\w-]+$/.test(name)) return name;
  throw new StartProblem(
    `“${name}” isn’t an environment name. For example, dev uses env/.env.dev.`,
  );
}
