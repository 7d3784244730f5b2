import { AppError } from "../errors";

/**
 * The error of a store that fails, with the message of its cause.
 *
 * @param what starts the reason, such as "reading".
 */
export function toUnavailable(what: string, cause: unknown): AppError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new AppError("store_unavailable", { reason: `${what}: ${why}` }, { cause });
}
