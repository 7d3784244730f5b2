import pino, { type DestinationStream } from "pino";
import { getTurn } from "./async/current-turn";

/** Must not contain tokens, message texts or people's names. */
export type LogFields = Record<string, string | number | boolean | undefined>;

export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string, error?: unknown): void;
}

export const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * Logs JSON lines, each with the id of its turn. Errors have their stack and causes, but no other fields: libraries add
 * requests and tokens.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => {
        const turn = getTurn();
        return turn ? { turn: turn.id } : {};
      },
      serializers: { err: (error: unknown) => describeError(error) },
    },
    destination ?? pino.destination({ dest: 1, sync: true }),
  );
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message, error) => logger.error({ ...fields, err: error }, message),
  };
}

/** An error can be its own cause. */
const MAX_CAUSES = 5;

/** The messages of these quote what was sent or received, with texts, names and ids. */
const QUOTING_ERRORS: ReadonlySet<string> = new Set(["RestError", "SyntaxError"]);

function describeError(error: unknown, causesLeft = MAX_CAUSES): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, cause } = error;
  const { message, stack } = QUOTING_ERRORS.has(name) ? withoutQuote(error) : error;
  const hasCause = cause !== undefined && causesLeft > 0;
  return {
    type: name,
    message,
    stack,
    ...(hasCause && { cause: describeError(cause, causesLeft - 1) }),
  };
}

/** Only the error's code, such as `ECONNRESET`, and the calls that led to it. */
function withoutQuote(error: Error): { message: string | undefined; stack: string | undefined } {
  const { stack = "" } = error;
  const calls = stack.indexOf("\n    at ");
  return {
    message: "code" in error && typeof error.code === "string" ? error.code : undefined,
    stack: calls < 0 ? undefined : error.name + stack.slice(calls),
  };
}
