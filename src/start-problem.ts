import { AppError } from "./errors";

/** Why the program cannot start, in words for the person who started it; each problem is a line. */
export class StartProblem extends Error {
  override readonly name = "StartProblem";

  constructor(headline: string, problems: readonly string[] = []) {
    super([headline, ...problems.map((problem) => `  - ${problem}`)].join("\n"));
  }
}

/** What went wrong at the start; only what nobody foresaw shows its stack. */
export function explainStartProblem(error: unknown): string {
  if (error instanceof StartProblem) return error.message;
  if (error instanceof AppError) return error.details.reason ?? error.code;
  if (isTakenPort(error))
    return `Port ${error.port} is taken. Stop what uses it, or choose another one.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function isTakenPort(error: unknown): error is Error & { port: number } {
  return (
    error instanceof Error && "code" in error && error.code === "EADDRINUSE" && "port" in error
  );
}
