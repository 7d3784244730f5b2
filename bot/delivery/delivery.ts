import type { ConversationReference, TurnContext } from "botbuilder";
import type { Sleep } from "../../src/async/deadline";
import type { Log } from "../../src/log";
import type { BotServices } from "../bot-services";
import { createAfterShown } from "./after-shown";
import { createAnswerer } from "./answerer";
import { createDestinations } from "./destination";
import { createPresenter } from "./presenter";
import { createTurnRunner } from "./run-turn";

export interface DeliveryDeps {
  /** Enters a conversation without an activity. */
  continueConversation: (
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ) => Promise<void>;
  /** Keeps the process alive until the work is done, and logs its error. */
  waitUntil: (work: Promise<unknown>) => void;
  /** Aborts when the process is about to end. Replies that are still due then say so. */
  lateDeadline: AbortSignal;
  sleep: Sleep;
  now: () => Date;
  log: Log;
}

/** Everything that gets a reply to Teams. */
export function createDelivery(services: BotServices, deps: DeliveryDeps) {
  const runner = createTurnRunner(deps);
  const destinations = createDestinations(deps);
  const { pendingCommands } = services.people;
  const afterShown = createAfterShown({ ...deps, services, destinations });
  const presenter = createPresenter({ ...deps, destinations, pendingCommands, afterShown });
  return { runner, answerer: createAnswerer({ ...deps, runner, destinations, presenter }) };
}
