import { parseArgs, type ParseArgsConfig } from "node:util";
import { StartProblem } from "./start-problem";

/** Throws a `StartProblem` that names the wrong option and says what to write instead. */
export function parseOptions<Options extends NonNullable<ParseArgsConfig["options"]>>(
  argv: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    // Node's first sentence names the option. The rest explains command lines in general.
    const [fault] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    throw new StartProblem(`${fault}. Usage: ${usage}`);
  }
}
