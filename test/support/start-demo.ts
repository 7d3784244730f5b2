import { runProgram } from "./run-program";

/** The built program's demo as a child process. */
export interface RunningDemo {
  /** As its `ready` line names them: the bot, the embedded Graph, and the Playground if there is one. */
  botUrl: string;
  graphUrl: string;
  playgroundUrl: string | undefined;
  output: string[];
  /** Ends it as Ctrl-C does, or by another signal, and answers its exit code. */
  stop(signal?: "SIGINT" | "SIGTERM"): Promise<number | null>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

/**
 * Starts `dist/src/main.js demo`; `npm test` and `npm run check` have built it.
 *
 * @param env What it sees in addition to the variables of the tests.
 */
export async function startDemo(
  options: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<RunningDemo> {
  const program = runProgram(["demo", ...options], { ...process.env, ...env });
  const line = await program.waitForLine("ready ");
  const [, botUrl = "", graphUrl = "", playgroundUrl] = line.split(" ");
  return {
    botUrl,
    graphUrl,
    playgroundUrl,
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
