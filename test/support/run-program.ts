import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { realNow } from "./real-clock";

/** The built program as a child process. */
export interface RunningProgram {
  /** Every line of both its outputs, as they came. */
  output: string[];
  /** Its standard error alone. */
  errors: string[];
  /** Resolves with its exit code, `null` after a signal that it did not handle. */
  exited: Promise<number | null>;
  /** The first line, past or to come, that contains the text; rejects when the program ends without one. */
  waitForLine(text: string): Promise<string>;
  kill(signal: "SIGINT" | "SIGTERM" | "SIGKILL"): void;
}

/** For programs whose deadlines a busy machine must not miss: for those of one file it is the same time. */
export const SLOW_CLOCK = {
  SLOW_CLOCK_SINCE: String(realNow().getTime()),
  NODE_OPTIONS: `--require ${JSON.stringify(require.resolve("./slow-clock.cjs"))}`,
};

/** By the last three, a clock that `faketime` sets for the tests is the program's too. */
const { PATH, LD_PRELOAD, FAKETIME, FAKETIME_SHARED } = process.env;

const MAIN = join(__dirname, "..", "..", "dist", "src", "main.js");

/**
 * Starts `dist/src/main.js`; `npm test` and `npm run check` have built it.
 *
 * @param env All variables that it sees, apart from `PATH` and those of a faked clock.
 * @param main Another `main.js` than that of this folder.
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
    for (const look of watchers) look();
  }
  createInterface(child.stdout).on("line", (line) => keep(line, output));
  createInterface(child.stderr).on("line", (line) => keep(line, output, errors));
  // `close` comes after the last line, `exit` may come before it.
  const exited = once(child, "close").then(([code]) => code as number | null);

  return {
    output,
    errors,
    exited,
    async waitForLine(text) {
      const found = new Promise<string>((resolve) => {
        function look() {
          const line = output.find((candidate) => candidate.includes(text));
          if (line === undefined) return;
          watchers.delete(look);
          resolve(line);
        }
        watchers.add(look);
        look();
      });
      const line = await Promise.race([found, exited]);
      if (typeof line === "string") return line;
      throw new Error(`The program ended with ${line}:\n${output.join("\n")}`);
    },
    kill: (signal) => void child.kill(signal),
  };
}
