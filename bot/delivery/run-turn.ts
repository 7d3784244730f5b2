import { randomUUID } from "node:crypto";
import type { Activity } from "botbuilder";
import { toAppError } from "../../src/errors";
import type { Log } from "../../src/log";
import { explainError, type Explanation } from "./explain-error";
import { messagesFor } from "../locales/messages";
import { readViewer } from "../turn/viewer";
import type { Reply } from "./reply";

export interface TurnWork<Answer> {
  work: () => Promise<Answer> | Answer;
  /** The answer in which an error is told. */
  toRefusal: (explanation: Explanation) => Answer;
}

/** An error told as a message, a card or a button's answer. */
export function toErrorReply(explanation: Explanation): Reply {
  return { kind: "refusal", ...explanation };
}

export interface TurnRunner {
  /** Gives the turn its reference, and the work one catcher: what `pending` resolves to can be sent. */
  run<Answer, T>(
    activity: Partial<Activity>,
    work: TurnWork<Answer>,
    answer: (pending: Promise<Answer>) => Promise<T>,
  ): Promise<T>;
  /** `undefined` when it is not there after `ms`; it goes on all the same. */
  within<Answer>(ms: number, pending: Promise<Answer>): Promise<Answer | undefined>;
}

export function createTurnRunner({
  sleep,
  log,
}: {
  /** Resolves early, and never rejects, when the signal aborts. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  log: Log;
}): TurnRunner {
  return {
    run(activity, { work, toRefusal }, answer) {
      const reference = randomUUID().slice(0, 8);
      // Read now: botbuilder revokes the context when its turn ends, which an error may outlast.
      const messages = messagesFor(readViewer(activity).locale);
      return log.inTurn(reference, () => {
        const pending = (async () => work())().catch((error: unknown) => {
          const { code, details } = toAppError(error);
          log.error({ code, ...details }, "a turn ended in an error", error);
          return toRefusal(explainError(error, reference, messages));
        });
        return answer(pending);
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
