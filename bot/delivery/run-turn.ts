import { randomUUID } from "node:crypto";
import { toAppError } from "../../src/errors";
import { messagesFor } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import type { DeliveryDeps } from "./delivery";
import { explainError, type Explanation } from "./explain-error";
import type { ErrorReply } from "../reply";

export interface TurnWork<Result> {
  work: () => Promise<Result> | Result;
  /** The result that stands for an error. */
  toError: (explanation: Explanation) => Result;
}

export function toErrorReply(explanation: Explanation): ErrorReply {
  return { kind: "error", ...explanation };
}

export interface TurnRunner {
  /** Gives the turn its id in the log, and catches the errors of its work: `pending` never rejects. */
  run<Result, T>(
    viewer: Viewer,
    work: TurnWork<Result>,
    respond: (pending: Promise<Result>) => Promise<T>,
  ): Promise<T>;
  /** `undefined` if the result takes longer than `ms`. The work goes on. */
  within<Result>(ms: number, pending: Promise<Result>): Promise<Result | undefined>;
}

export function createTurnRunner({ sleep, log }: Pick<DeliveryDeps, "sleep" | "log">): TurnRunner {
  return {
    run({ locale }, { work, toError }, respond) {
      const reference = randomUUID().slice(0, 8);
      return log.inTurn(reference, () => {
        const pending = (async () => work())().catch((error: unknown) => {
          const { code, details } = toAppError(error);
          log.error({ code, ...details }, "a turn failed", error);
          return toError(explainError(error, reference, messagesFor(locale)));
        });
        return respond(pending);
      });
    },

    async within(ms, pending) {
      const timer = new AbortController();
      const tooLate = sleep(ms, timer.signal).then(() => undefined);
      const first = await Promise.race([pending, tooLate]);
      timer.abort();
      return first;
    },
  };
}
