import type { Sleep } from "../../src/async/deadline";
import { createRateLimiter, type RateLimit } from "../../src/async/rate-limiter";
import type { Connector } from "../../src/meetings/ports/connector";
import { CONVERSATION_LIMITS } from "../../src/resilience/policies";
import type { BotServices } from "../bot-services";
import { createAfterShown } from "./after-shown";
import { createFollowReminders } from "./reminders/follow-reminders";
import { createRemoveReminder } from "./reminders/remove-reminder";
import { createSendReminder } from "./reminders/send-reminder";
import type { HashId } from "../../src/metrics/hash-ids";
import type { Metrics } from "../../src/metrics/metrics";
import { createAnswerer } from "./answerer";
import { createCardUpdates } from "./card-updates";
import { createDestinations } from "./destination";
import { createLiveCards } from "./live-cards";
import { createTurnObserver } from "./observe-turn";
import { createPresenter } from "./presenter";
import { createTurnRunner } from "./run-turn";
import { createConnectorCalls } from "./connector-calls";

export interface DeliveryDeps extends Pick<BotServices, "waitUntil" | "now" | "log"> {
  connector: Connector;
  /** Aborts when the process is about to end. Replies that are still due then say so. */
  lateDeadline: AbortSignal;
  /** Aborts when the process takes no more requests. Nothing may wait for long from then on. */
  stopping: AbortSignal;
  sleep: Sleep;
  /** Waits before a message is sent again. Default: `sleep`. */
  sleepBeforeRetry?: Sleep;
  /** For ids in the log. */
  hashId: HashId;
  metrics?: Metrics;
  conversationLimits?: readonly RateLimit[] | undefined;
}

/** Waits until the bot may write to a conversation by itself. All that does so shares one, because Teams counts it all. */
export type WaitForConversation = ReturnType<typeof createRateLimiter>;

/** Everything that sends a reply to Teams. */
export function createDelivery(services: BotServices, deps: DeliveryDeps) {
  const runner = createTurnRunner(deps);
  const connector = createConnectorCalls(deps.connector, deps);
  const destinations = createDestinations(connector, deps);
  const { conversationLimits = CONVERSATION_LIMITS } = deps;
  const waitForConversation = createRateLimiter(conversationLimits, deps);
  const cardUpdates = createCardUpdates(services, destinations, waitForConversation, deps);
  const removeReminder = createRemoveReminder(destinations, waitForConversation, deps);
  const followReminders = createFollowReminders(services, removeReminder);
  const afterShown = createAfterShown(services, destinations, cardUpdates, followReminders);
  const { pendingCommands } = services.people;
  const presenter = createPresenter(destinations, afterShown, pendingCommands, deps);
  const answerer = createAnswerer(runner, destinations, presenter, deps);
  const liveCards = createLiveCards(services, cardUpdates, deps);
  const sendReminder = createSendReminder(
    services,
    destinations,
    { removeReminder, followReminders, waitForConversation },
    deps,
  );
  return { runner, answerer, liveCards, sendReminder, ...createTurnObserver(deps) };
}
