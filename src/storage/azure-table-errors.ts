import { RestError } from "@azure/data-tables";
import { BrokenCircuitError, BulkheadRejectedError, TaskCancelledError } from "cockatiel";
import * as z from "zod";
import { AppError } from "../errors";
import type { Failure } from "../resilience/policy";
import { readRetryAfterSeconds, retryAfterOf } from "../resilience/retry-after";

const detailsSchema = z.object({
  odataError: z.object({ code: z.string() }).optional().catch(undefined),
  /** From a header: authentication errors have an XML body. */
  errorCode: z.string().optional().catch(undefined),
});

/** The service's error code, such as `EntityAlreadyExists`. `undefined` without an answer. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof RestError)) return undefined;
  const details = detailsSchema.safeParse(error.details).data;
  return details?.odataError?.code ?? details?.errorCode;
}

/** A retry may help without an answer, and after a truncated one or a server error. */
export function readTableFailure(error: Error, now: Date): Failure | undefined {
  if (isAbort(error)) return { isOutage: true, isRetryable: true };
  if (!(error instanceof RestError)) return undefined;
  const { statusCode = 0, code } = error;
  const isOutage = code === RestError.PARSE_ERROR || statusCode === 0 || statusCode >= 500;
  const isBusy = statusCode === 408 || statusCode === 429;
  if (!isOutage && !isBusy) return undefined;
  const retryAfterSeconds = readRetryAfterSeconds(retryAfterOf(error), now);
  return { isOutage, isRetryable: true, retryAfterSeconds };
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

const NEXT_STEPS: Record<string, string> = {
  AuthorizationPermissionMismatch:
    "Give the identity the role Storage Table Data Contributor on the storage account, and wait a few minutes",
  AuthorizationFailure:
    "Allow this server on the storage account’s Networking page, and check the key or signature in STORE",
  AuthenticationFailed:
    "Compare STORE with the storage account’s Access keys page, and check this machine’s clock",
  KeyBasedAuthenticationNotPermitted:
    "The storage account doesn’t accept keys. Set STORE to its URL, and use a managed identity",
  ENOTFOUND: "Check the storage account’s name in STORE",
};

/** Uses only status and code: the SDK's messages quote requests and answers, with people's names and signatures. */
export function toTableError(what: string, error: unknown): unknown {
  if (error instanceof AppError) return toTokenError(what, error);
  if (error instanceof TaskCancelledError || isAbort(error)) {
    return toFailure(what, "the table service didn’t respond in time");
  }
  if (error instanceof BrokenCircuitError) {
    return toFailure(what, "the table service failed too often, so it isn’t called for a moment");
  }
  if (error instanceof BulkheadRejectedError) {
    return toFailure(what, "too many calls of the table service at once");
  }
  // The SDK throws a TypeError for an answer with missing parts.
  if (error instanceof TypeError) {
    const reason = `${what}: the table service’s response can’t be read`;
    return new AppError("store_unavailable", { reason }, { cause: error });
  }
  if (!(error instanceof RestError)) return error;
  const { statusCode, code: ownCode = "no answer" } = error;
  const code = codeOf(error) ?? (statusCode ? undefined : ownCode);
  const said = statusCode
    ? `the table service returned ${[statusCode, code].filter(Boolean).join(" ")}`
    : `couldn’t reach the table service, or its response was incomplete (${code})`;
  return toFailure(what, said, code);
}

/** An `AppError` comes from the store itself, or from getting a token. */
function toTokenError(what: string, error: AppError): AppError {
  if (error.code === "store_unavailable") return error;
  const { reason = error.code } = error.details;
  return new AppError(
    "store_unavailable",
    {
      reason: `${what}: the server’s managed identity has no token for the storage account (${reason}). Assign an identity to the server, and set MANAGED_IDENTITY_CLIENT_ID unless it’s system-assigned`,
    },
    { cause: error },
  );
}

function toFailure(what: string, said: string, storeCode?: string): AppError {
  const nextStep = NEXT_STEPS[storeCode ?? ""];
  const reason = [`${what}: ${said}`, nextStep].filter(Boolean).join(". ");
  return new AppError("store_unavailable", { reason, ...(storeCode && { storeCode }) });
}
