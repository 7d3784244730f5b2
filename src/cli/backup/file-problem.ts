import { getSystemErrorMap } from "node:util";
import { StartProblem } from "../start-problem";

/** Turns an error of the file system into a sentence. Returns any other error as it is. */
export function toFileProblem(what: string, error: unknown): unknown {
  if (typeof error !== "object" || error === null || !("errno" in error)) return error;
  const [, why = "unknown error"] = getSystemErrorMap().get(Number(error.errno)) ?? [];
  return new StartProblem(`${what}: ${why}.`);
}
