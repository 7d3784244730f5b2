import type { TurnContext } from "botbuilder";
import { toAppError } from "../../src/errors";
import type { Log } from "../../src/log";
import { sendTyping } from "./reply";

/** A typing indicator that goes out with every quick answer would only be noise. */
const TYPING_AFTER_MS = 1_000;
/** Teams shows one for about this long. */
const TYPING_EVERY_MS = 3_000;

/** Shows that an answer is on its way, until the signal aborts; resolves when the last indicator is out. */
export function createTypingKeeper({
  sleep,
  log,
}: {
  /** Resolves early, and never rejects, when the signal aborts. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  log: Log;
}): (context: TurnContext, signal: AbortSignal) => Promise<void> {
  return async function keepTyping(context, signal) {
    await sleep(TYPING_AFTER_MS, signal);
    while (!signal.aborted) {
      try {
        await sendTyping(context);
      } catch (error) {
        log.debug({ code: toAppError(error).code }, "a typing indicator could not be sent");
      }
      await sleep(TYPING_EVERY_MS, signal);
    }
  };
}
