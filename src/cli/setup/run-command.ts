import spawn from "cross-spawn";
import type { ChildProcess } from "node:child_process";
import { withDeadline, type Sleep } from "../../async/deadline";

/** The other programs that `setup` uses. */
export type ProgramName = "az" | "atk";

export type CommandResult =
  | { ok: true; output: string }
  | {
      ok: false;
      reason: "not_installed" | "timed_out" | "failed";
      /** One sentence without secrets, for people. */
      message: string;
    };

interface CommandOptions {
  timeoutMs: number;
  /** The person sees what the program prints, and answers its questions. `output` is empty. */
  isAttended?: boolean;
}

/** Runs a program to its end. Never throws: what went wrong is in the result. */
export type RunCommand = (
  program: ProgramName,
  args: readonly string[],
  options?: Partial<CommandOptions>,
) => Promise<CommandResult>;

/** Azure's CLI takes several seconds to start, and some calls wait for Entra. */
const TIMEOUT_MS = 2 * 60_000;

/**
 * Finds programs in `env.PATH`. No shell runs in between: cross-spawn calls the `.cmd` files of Windows. Unless
 * it's attended, a program that asks a question reads the end of its input.
 */
export function createRunCommand(context: {
  cwd: string;
  env: NodeJS.ProcessEnv;
  sleep: Sleep;
}): RunCommand {
  return async (program, args, { timeoutMs = TIMEOUT_MS, isAttended = false } = {}) => {
    const { cwd, env } = context;
    const child = spawn(program, [...args], {
      cwd,
      env,
      stdio: isAttended ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    const ended = await withDeadline(timeoutMs, () => readToEnd(child), context).catch(
      () => undefined, // too late: reading itself doesn't fail
    );
    const called = `\`${[program, ...args.slice(0, 4)].join(" ")}\``;
    if (!ended) {
      child.kill();
      const minutes = Math.round(timeoutMs / 60_000);
      const message = `${called} didn’t end within ${minutes} minutes.`;
      return { ok: false, reason: "timed_out", message };
    }
    if (ended.error) {
      if (isMissing(ended.error)) {
        return { ok: false, reason: "not_installed", message: `${program} isn’t installed.` };
      }
      return { ok: false, reason: "failed", message: `${called}: ${ended.error.message}.` };
    }
    if (ended.exitCode === 0) return { ok: true, output: ended.output };
    const cause = isAttended ? "its output is above." : findFault(ended.errors);
    const message = `${called} failed with exit code ${ended.exitCode}: ${cause}`;
    return { ok: false, reason: "failed", message };
  };
}

interface Ending {
  exitCode: number | null;
  output: string;
  errors: string;
  /** It couldn't be started. */
  error?: Error;
}

function readToEnd(child: ChildProcess): Promise<Ending> {
  let output = "";
  let errors = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (errors += text));
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ exitCode: null, output, errors, error }));
    child.once("close", (exitCode) => resolve({ exitCode, output, errors }));
  });
}

function isMissing(error: Error): boolean {
  return "code" in error && error.code === "ENOENT";
}

/** The first line that isn't a warning: the CLIs print upgrade notices first. */
function findFault(errors: string): string {
  const lines = errors.split("\n").map((line) => line.trim());
  const fault = lines.find((line) => line !== "" && !/^(WARNING|\(!\))/.test(line));
  return fault?.replace(/^ERROR: /, "") ?? "it printed no reason.";
}
