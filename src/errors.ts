/** Everything that can be broken in the world around us. A person's own mistakes are values, not errors. */
export type ErrorCode =
  // Graph refused or failed; see the error table in src/graph/read-graph-error.ts
  | "bad_times"
  | "bad_request"
  | "token_refused"
  | "policy_missing"
  | "permission_missing"
  | "not_a_participant"
  | "graph_refused"
  | "organizer_unknown"
  | "service_organizer_refused"
  | "host_refused"
  | "meeting_gone"
  | "throttled"
  | "graph_unavailable"
  | "graph_timeout"
  | "bad_answer"
  // Entra, or the machine's identity, gave us no token
  | "token_unavailable"
  // a person's own sign-in, where meetings are made in their names
  | "sign_in_needed"
  | "sign_in_refused"
  | "consent_missing"
  // nobody but the organizer could do it, in whose name alone it is done
  | "only_host"
  // Teams told nothing of its people
  | "roster_unavailable"
  // our own records
  | "record_unreadable"
  | "store_unavailable"
  // everything nobody foresaw
  | "unexpected";

/** What an operator may need beside the code. Never a token, a text or a name. */
export interface ErrorDetails {
  status?: number;
  graphCode?: string;
  graphRequestId?: string;
  clientRequestId?: string;
  retryAfterSeconds?: number;
  /** Entra's own number, such as `AADSTS7000215`. */
  entraCode?: string;
  /** The store's own name for its refusal, such as `AuthorizationPermissionMismatch`. */
  storeCode?: string;
  reason?: string;
}

export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(details.reason ? `${code}: ${details.reason}` : code, options);
  }
}

/** The error as it is when it is ours, else wrapped as `unexpected` with the original as its cause. */
export function toAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError("unexpected", {}, { cause: error });
}

/** Whether Graph no longer has the meeting that it was asked for. */
export function isGone(error: unknown): boolean {
  return error instanceof AppError && error.code === "meeting_gone";
}

/** Whether Graph definitely will not do what it was asked for, whoever asks: anything else may pass. */
export function isRefusalOfRequest(error: unknown): boolean {
  const { code } = toAppError(error);
  return code === "bad_request" || code === "graph_refused" || code === "not_a_participant";
}

/** The HTTP status with which a client of botbuilder's failed, where there was an answer. */
export function statusCodeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("statusCode" in error)) return undefined;
  return Number(error.statusCode);
}
