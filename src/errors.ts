/** What can go wrong outside this process. User mistakes are values, not errors. */
export type ErrorCode =
  // from Graph: see the error table in src/graph/read-graph-error.ts
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
  | "graph_down"
  | "bad_answer"
  // Entra didn't respond, or gave no token; nor did the machine's managed identity
  | "entra_unavailable"
  | "token_unavailable"
  // sign-in, with delegated permissions
  | "sign_in_needed"
  | "sign_in_refused"
  | "consent_missing"
  // one person changes meetings more often than `WRITES_PER_MINUTE`
  | "too_fast"
  // with delegated permissions, only the organizer can do it
  | "only_host"
  // Teams did not return the members
  | "roster_unavailable"
  // records
  | "record_unreadable"
  | "store_unavailable"
  // anything else
  | "unexpected";

/** What admins may need in addition to the code. Never contains tokens, texts or names. */
export interface ErrorDetails {
  status?: number;
  graphCode?: string;
  graphRequestId?: string;
  clientRequestId?: string;
  retryAfterSeconds?: number;
  /** Such as `AADSTS7000215`. */
  entraCode?: string;
  /** Such as `AuthorizationPermissionMismatch`. */
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

/** Wraps any other error as `unexpected`, with the original as its cause. */
export function toAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError("unexpected", {}, { cause: error });
}

/** Whether Graph no longer has the meeting. */
export function isGone(error: unknown): boolean {
  return error instanceof AppError && error.code === "meeting_gone";
}

const OUTAGES: ReadonlySet<ErrorCode> = new Set([
  "throttled",
  "graph_unavailable",
  "graph_timeout",
  "graph_down",
  "bad_answer",
  "entra_unavailable",
]);

/** Whether the service failed, not the request. What is stored still holds. */
export function isOutage(error: unknown): boolean {
  return OUTAGES.has(toAppError(error).code);
}

/** Whether Graph refuses this request from every user. Other errors can be temporary. */
export function isRefusalOfRequest(error: unknown): boolean {
  const { code } = toAppError(error);
  return code === "bad_request" || code === "graph_refused" || code === "not_a_participant";
}

interface ConnectorErrorParts {
  /** The HTTP status, if there was a response that could be read. */
  statusCode?: number;
  /** What Teams calls the error, such as `BotNotInConversationRoster`; without a response, the connection's error, such as `ECONNRESET`. */
  code?: string | undefined;
  /** The response's header. */
  retryAfter?: string | undefined;
}

/** A call to Teams' Connector failed. Never has the response's text, which can quote texts and names. */
export class ConnectorError extends Error {
  override readonly name = "ConnectorError";
  readonly statusCode?: number | undefined;
  readonly code?: string | undefined;
  readonly retryAfter?: string | undefined;

  constructor(
    message: string,
    { statusCode, code, retryAfter }: ConnectorErrorParts,
    options?: ErrorOptions,
  ) {
    super(code ? `${message}: ${code}` : message, options);
    this.statusCode = statusCode;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** The HTTP status in an error of the Connector's client, if there was a response. */
export function statusCodeOf(error: unknown): number | undefined {
  return error instanceof ConnectorError ? error.statusCode : undefined;
}

/** `undefined` if the text isn't JSON. Drops the parser's message, because it quotes the text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
