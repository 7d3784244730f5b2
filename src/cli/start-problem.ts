import { AppError } from "../errors";

/** Why the program can't start, for the person who started it. Each problem is a line. */
export class StartProblem extends Error {
  override readonly name = "StartProblem";

  constructor(headline: string, problems: readonly string[] = []) {
    super([headline, ...problems.map((problem) => `  - ${problem}`)].join("\n"));
  }
}

/**
 * A command line that can't be run: an unknown command or option, or a wrong value of one. The program exits with 2. It exits
 * with 1 for everything else, such as settings, files and services.
 */
export class UsageProblem extends StartProblem {
  constructor(sentence: string, command?: string) {
    const asked = command === undefined ? "rendezvous" : `rendezvous ${command}`;
    super(`${sentence} See ${asked} --help.`);
  }
}

/** Only an unexpected error shows its stack. */
export function explainStartProblem(error: unknown): string {
  if (error instanceof StartProblem) return error.message;
  if (error instanceof AppError) return error.details.reason ?? error.code;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export function toTakenPortProblem(port: number, option: string): StartProblem {
  return new StartProblem(
    `Port ${port} is in use. Stop the program that uses it, or set another port with ${option}.`,
  );
}

/** If the port is taken, rejects with a problem that names the option for another one. */
export async function namingPort<T>(option: string, listening: Promise<T>): Promise<T> {
  try {
    return await listening;
  } catch (error) {
    throw isTakenPort(error) ? toTakenPortProblem(error.port, option) : error;
  }
}

export function isTakenPort(error: unknown): error is Error & { port: number } {
  return (
    error instanceof Error && "code" in error && error.code === "EADDRINUSE" && "port" in error
  );
}
