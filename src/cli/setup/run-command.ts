import spawn from "cross-spawn";
import { takeWhile } from "es-toolkit";
import type { ChildProcess } from "node:child_process";
import { withDeadline, type Sleep } from "../../async/deadline";

/** The other programs that `setup` uses. */
export type ProgramName = "az" | "atk";

/** How to get them. */
export const INSTALL: Record<ProgramName, string> = {
  az: "Install the Azure CLI: https://learn.microsoft.com/cli/azure/install-azure-cli",
  atk: "Run `npm install --global @microsoft/m365agentstoolkit-cli`.",
};

export type CommandResult =
  | { ok: true; output: string }
  | {
      ok: false;
      program: ProgramName;
      /** `signed_out`: it says that someone has to sign in, perhaps again. */
      reason: "not_installed" | "timed_out" | "signed_out" | "failed";
      /** One sentence without secrets, for people. */
      message: string;
    };

interface CommandOptions {
  timeoutMs: number;
  /** The person sees what the program prints, and answers its questions. `output` is empty. */
  isAttended?: boolean;
}

export type CommandFailure = Extract<CommandResult, { ok: false }>;

/** Runs a program to its end. Never throws: what went wrong is in the result. */
export type RunCommand = (
  program: ProgramName,
  args: readonly string[],
  options?: Partial<CommandOptions>,
) => Promise<CommandResult>;

/** Each of az's messages about a missing or expired sign-in names the command for it, with options or without. */
const SIGNED_OUT = /\baz login\b/;
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
  /** Ends the program. */
  stopping: AbortSignal;
}): RunCommand {
  return async (program, args, { timeoutMs = TIMEOUT_MS, isAttended = false } = {}) => {
    const { cwd, env, stopping: signal } = context;
    const child = spawn(program, [...args], {
      cwd,
      env,
      signal,
      stdio: isAttended ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    const { sleep } = context;
    const ended = await withDeadline(timeoutMs, () => readToEnd(child), { sleep }).catch(
      () => undefined, // too late: reading itself doesn't fail
    );
    const words = takeWhile(args, (word) => !word.startsWith("--"));
    const called = `\`${[program, ...words].join(" ")}\``;
    const failed = { ok: false, program } as const;
    if (!ended) {
      child.kill();
      const minutes = Math.round(timeoutMs / 60_000);
      const message = `${called} didn’t end within ${minutes} minutes.`;
      return { ...failed, reason: "timed_out", message };
    }
    if (ended.error) {
      if (isMissing(ended.error)) {
        return { ...failed, reason: "not_installed", message: `${program} isn’t installed.` };
      }
      return { ...failed, reason: "failed", message: `${called}: ${ended.error.message}.` };
    }
    if (ended.exitCode === 0) return { ok: true, output: ended.output };
    const cause = isAttended ? "its output is above." : findFault(ended.errors);
    const end = ended.exitCode === null ? "was ended" : `failed with exit code ${ended.exitCode}`;
    const reason = SIGNED_OUT.test(ended.errors) ? "signed_out" : "failed";
    return { ...failed, reason, message: `${called} ${end}: ${cause}` };
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
