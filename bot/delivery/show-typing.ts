import { ENDED } from "../../src/async/deadline";
import { toAppError } from "../../src/errors";
import type { ReplyAddress } from "../turn/turn";
import type { DeliveryDeps } from "./delivery";
import type { Destinations } from "./destination";

/** Quick replies need no typing indicator. */
const TYPING_AFTER_MS = 1_000;
/** Teams shows an indicator for about this long. */
const TYPING_EVERY_MS = 3_000;

/** Shows that the bot is typing. Returns a function that ends it, and waits for the last indicator. */
export function showTyping(
  address: ReplyAddress,
  destinations: Pick<Destinations, "showTyping">,
  { sleep, log }: Pick<DeliveryDeps, "sleep" | "log">,
): () => Promise<void> {
  const stopped = new AbortController();
  const typing = keepTyping(stopped.signal);
  return () => {
    stopped.abort(ENDED);
    return typing;
  };

  async function keepTyping(signal: AbortSignal): Promise<void> {
    await sleep(TYPING_AFTER_MS, signal);
    while (!signal.aborted) {
      try {
        await destinations.showTyping(address);
      } catch (error) {
        log.debug({ code: toAppError(error).code }, "a typing indicator could not be sent");
      }
      await sleep(TYPING_EVERY_MS, signal);
    }
  }
}
