import { runProgram } from "./run-program";

/** The built program's demo as a child process. */
export interface RunningDemo {
  /** The URLs in its `ready` line: the bot, the embedded Graph, and a Playground per person. */
  botUrl: string;
  graphUrl: string;
  playgroundUrls: string[];
  output: string[];
  /** Stops it like Ctrl-C, or with another signal, and returns its exit code. */
  stop(signal?: "SIGINT" | "SIGTERM"): Promise<number | null>;
  /** Kills it. */
  kill(): Promise<void>;
}

/**
 * Starts `dist/src/main.js demo`, which has to be built.
 *
 * @param env in addition to the variables of the tests
 */
export async function startDemo(
  options: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<RunningDemo> {
  const program = runProgram(["demo", ...options], { ...process.env, ...env });
  const line = await program.waitForLine("ready ");
  const [, botUrl = "", graphUrl = "", ...playgroundUrls] = line.split(" ");
  return {
    botUrl,
    graphUrl,
    playgroundUrls,
    output: program.output,
    stop(signal = "SIGINT") {
      program.kill(signal);
      return program.exited;
    },
    async kill() {
      program.kill("SIGKILL");
      await program.exited;
    },
  };
}
