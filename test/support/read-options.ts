import { parseCommandLine, type CommandOptions } from "../../src/cli/command-line";

/** A command's options, from the words that follow `rendezvous <name>`. */
export function readOptions<Name extends keyof CommandOptions>(
  name: Name,
  argv: readonly string[],
): CommandOptions[Name] {
  const line = parseCommandLine([name, ...argv], "1.2.3");
  if (line.name !== name) throw new Error(`${argv.join(" ")} is ${line.name}`);
  return line.options as CommandOptions[Name];
}
