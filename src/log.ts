import pino, { type DestinationStream } from "pino";
import { turnId } from "./async/turn-id";

/** Fields of a log line. Never a token, a message's text or a person's name. */
export type LogFields = Record<string, string | number | boolean | undefined>;

export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string, error?: unknown): void;
  /** Runs `work`; every line that it logs, however deep and late, bears `turn`. */
  inTurn<T>(turn: string, work: () => T): T;
}

export const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** JSON lines by pino. Errors are logged with their causes and stacks, but without any field that others put on them. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => {
        const turn = turnId.getStore();
        return turn === undefined ? {} : { turn };
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
    inTurn: (turn, work) => turnId.run(turn, work),
  };
}

/** Deeper causes say nothing more, and an error can be its own cause. */
const MAX_CAUSES = 5;

function describeError(error: unknown, causesLeft = MAX_CAUSES): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  const isTold = cause !== undefined && causesLeft > 0;
  return {
    type: name,
    message,
    stack,
    ...(isTold && { cause: describeError(cause, causesLeft - 1) }),
  };
}
