import { AppError } from "../errors";

/** What a failing store throws; `what` says what was tried. */
export function toUnavailable(what: string, cause: unknown): AppError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new AppError("store_unavailable", { reason: `${what}: ${why}` }, { cause });
}
