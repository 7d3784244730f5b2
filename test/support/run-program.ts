import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { realNow } from "./real-clock";

/** The built program as a child process. */
export interface RunningProgram {
  /** All lines of stdout and stderr, in order. */
  output: string[];
  /** The lines of stderr. */
  errors: string[];
  /** Resolves with its exit code, or with `null` after an unhandled signal. */
  exited: Promise<number | null>;
  /** Resolves with the first line that contains the text, or rejects when the program ends without one. */
  waitForLine(text: string): Promise<string>;
  kill(signal: "SIGINT" | "SIGTERM" | "SIGKILL"): void;
}

/** The environment of a slow clock, for programs whose deadlines a busy machine must not miss. */
export const SLOW_CLOCK = {
  SLOW_CLOCK_SINCE: String(realNow().getTime()),
  NODE_OPTIONS: `--require ${JSON.stringify(require.resolve("./slow-clock.cjs"))}`,
};

/** The last three pass a clock of `faketime` on to the program. */
const { PATH, LD_PRELOAD, FAKETIME, FAKETIME_SHARED } = process.env;

const MAIN = join(__dirname, "..", "..", "dist", "src", "main.js");

/**
 * Starts `dist/src/main.js`, which has to be built.
 *
 * @param env all its variables, except for `PATH` and those of a faked clock
 * @param main another `main.js`
 */
export function runProgram(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
  main = MAIN,
): RunningProgram {
  const child = spawn(process.execPath, [main, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH, LD_PRELOAD, FAKETIME, FAKETIME_SHARED, ...env },
  });
  const output: string[] = [];
  const errors: string[] = [];
  const watchers = new Set<() => void>();
  function keep(line: string, ...lists: string[][]) {
    for (const list of lists) list.push(line);
    for (const check of watchers) check();
  }
  createInterface(child.stdout).on("line", (line) => keep(line, output));
  createInterface(child.stderr).on("line", (line) => keep(line, output, errors));
  // Unlike `exit`, `close` comes after the last line.
  const exited = once(child, "close").then(([code]) => code as number | null);

  return {
    output,
    errors,
    exited,
    async waitForLine(text) {
      const found = new Promise<string>((resolve) => {
        function check() {
          const line = output.find((candidate) => candidate.includes(text));
          if (line === undefined) return;
          watchers.delete(check);
          resolve(line);
        }
        watchers.add(check);
        check();
      });
      const line = await Promise.race([found, exited]);
      if (typeof line === "string") return line;
      throw new Error(`The program ended with ${line}:\n${output.join("\n")}`);
    },
    kill: (signal) => void child.kill(signal),
  };
}
