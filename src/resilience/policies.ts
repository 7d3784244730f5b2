/** How the calls to one service are limited. */
export interface PolicySpec {
  /** Names the service in the log. */
  service: string;
  /** One operation: all its calls with their retries, and the time in the queue. */
  deadlineMs: number;
  /** One request. */
  attemptMs: number;
  maxRetries: number;
  /** The first wait before a retry, on average. Each later one is about twice as long. */
  retryDelayMs: number;
  /** The longest wait before a retry, unless Retry-After asks for more. */
  maxRetryDelayMs: number;
  budget: RetryBudgetSpec;
  circuit: CircuitSpec;
  /** Whether retried calls wait for an open circuit, as long as their deadline allows. Otherwise they fail at once. */
  waitsForCircuit?: boolean;
  /** Requests at once. */
  width: number;
  /** Calls that wait for one of these. Any more fail at once. */
  queue: number;
}

/** Each call and each second add to the retries of all calls together, up to the reserve. */
export interface RetryBudgetSpec {
  reserve: number;
  perSecond: number;
  perCall: number;
}

/** Opens after `failures` of the last `calls`. After `openMs`, one call tries whether the service works again. */
export interface CircuitSpec {
  failures: number;
  calls: number;
  openMs: number;
}

/** 20 calls show more than a moment's trouble. 5 s is what Microsoft's own handler takes (see `graph` below). */
const CIRCUIT: CircuitSpec = { failures: 10, calls: 20, openMs: 5_000 };

/**
 * Retries are at most 10 % of the calls, so that they can't double the load on a failing service. The reserve is for
 * servers with little traffic: https://finagle.github.io/blog/2016/02/08/retry-budgets/
 */
const BUDGET: RetryBudgetSpec = { reserve: 10, perSecond: 1, perCall: 0.1 };

/** The policy of each service that the bot calls. */
export const POLICIES = {
  /**
   * Deadline and pause are those of .NET's standard handler:
   * https://learn.microsoft.com/dotnet/core/resilience/http-resilience#standard-resilience-handler-defaults
   *
   * The width is half of the 128 connections that App Service guarantees to one address. Graph allows an app 13,000
   * requests a second (https://learn.microsoft.com/graph/throttling-limits), which is 200 times as many. The queue is
   * as long as a refresh can wait: 1,000 calls of half a second take 8 s.
   */
  graph: {
    service: "Graph",
    deadlineMs: 30_000,
    // Not shorter: Graph may still be working on an aborted createOrGet, and no documentation says what two at once do.
    attemptMs: 30_000,
    maxRetries: 2,
    retryDelayMs: 400,
    maxRetryDelayMs: 5_000,
    budget: BUDGET,
    circuit: CIRCUIT,
    width: 64,
    queue: 1_000,
  },
  /**
   * Leaves time for the call that needs the token: Graph's deadline covers both. Retries come soon, because the message
   * extension has to answer within 5 s. Simultaneous calls for the app's token are one request, so the width is for
   * people's tokens.
   */
  entra: {
    service: "Entra",
    deadlineMs: 10_000,
    attemptMs: 4_000,
    maxRetries: 2,
    retryDelayMs: 200,
    maxRetryDelayMs: 2_000,
    budget: BUDGET,
    circuit: CIRCUIT,
    width: 32,
    queue: 1_000,
  },
  /**
   * An endpoint on the machine itself, which allows 5 simultaneous requests:
   * https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service#rate-limiting
   */
  managedIdentity: {
    service: "managed identity",
    deadlineMs: 10_000,
    attemptMs: 4_000,
    maxRetries: 2,
    retryDelayMs: 1_000,
    maxRetryDelayMs: 4_000,
    budget: BUDGET,
    circuit: CIRCUIT,
    width: 5,
    queue: 100,
  },
  /**
   * What the bot reads from Teams: members and teams. More than Teams needs, and it leaves time for the rest of the turn.
   * One policy per service URL, so that a region that fails doesn't stop the others. Teams allows 50 calls a second per
   * tenant, which messages need too: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
   */
  roster: {
    service: "roster",
    deadlineMs: 3_000,
    attemptMs: 1_500,
    maxRetries: 2,
    retryDelayMs: 100,
    maxRetryDelayMs: 1_000,
    budget: BUDGET,
    circuit: CIRCUIT,
    width: 16,
    queue: 200,
  },
  /**
   * A call has to fit into the 8 s after which a turn shows “being prepared”, and a lease (`MEETING_LEASE_MS`) has to
   * outlast one write and one call to Graph.
   *
   * The service usually answers within 10 ms, so 20 requests at once reach the 2,000 a second that a partition, which is a
   * conversation, allows: https://learn.microsoft.com/azure/storage/tables/scalability-targets. More would wait there,
   * where the time of the attempt runs. With 100 at once, four processes on a busy machine lost 1,516 of 4,000 answers to
   * attempts that timed out, and to the circuit that these opened.
   *
   * The circuit's pause is short, because calls wait for its end: nothing works without the store.
   */
  store: {
    service: "store",
    deadlineMs: 4_000,
    attemptMs: 2_000,
    maxRetries: 2,
    retryDelayMs: 100,
    maxRetryDelayMs: 1_000,
    budget: BUDGET,
    circuit: { ...CIRCUIT, openMs: 1_000 },
    waitsForCircuit: true,
    width: 20,
    queue: 1_000,
  },
  /**
   * What the bot sends to Teams (`bot/delivery/`), by service URL like `roster`. Only failures that posted nothing are
   * tried again. A send takes as long as Teams' 15 s per turn allow after the 8 s for “being prepared” and a failed
   * update.
   *
   * A reply that fails is lost, so replies wait for an open circuit, and its pause is short enough for them to see its
   * end. Updates of cards posted earlier don't wait: `CARD_UPDATES` says when they're tried again.
   *
   * Teams allows 50 calls a second per tenant and answers any more with 429:
   * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit. So a burst may have 50 retries. The width
   * leaves `roster` its share of App Service's 128 connections to an address. The queue is as long as a reply can wait:
   * 4,000 sends of 0.1 s take 4 s.
   */
  connector: {
    service: "Connector",
    deadlineMs: 4_000,
    // Not shorter: after a timeout, a message may have been posted, so it isn't sent again.
    attemptMs: 4_000,
    maxRetries: 2,
    retryDelayMs: 200,
    maxRetryDelayMs: 1_000,
    budget: { ...BUDGET, reserve: 50, perSecond: 5 },
    circuit: { ...CIRCUIT, openMs: 2_000 },
    waitsForCircuit: true,
    width: 100,
    queue: 4_000,
  },
} as const satisfies Record<string, PolicySpec>;

/** An update leaves a turn the time to send a new message instead: 8 s, 2 s and 4 s. */
export const UPDATE_DEADLINE_MS = 2_000;

/**
 * A typing indicator delays the reply that follows it. It has no part in the policy, because half a second without a
 * response says nothing about the Connector.
 */
export const TYPING_DEADLINE_MS = 500;

/**
 * How often the bot writes to a conversation by itself: updates of cards, and reminders. Teams accepts 7 messages a second
 * and 60 in 30 s, and replies need some of them: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export const CONVERSATION_LIMITS = [
  { count: 5, perMs: 1_000 },
  { count: 40, perMs: 30_000 },
] as const;

/** How updates of cards that were posted earlier are repeated. */
export const CARD_UPDATES = {
  /** When a failed update is tried again. After that, the next change of the meeting updates the card. */
  againAfterMs: [1_000, 5_000, 20_000, 60_000],
  /** An update isn't tried again if Teams asks to wait for longer. */
  maxWaitMs: 300_000,
} as const;

/**
 * How reminders are sent, which many meetings need in the same minute. Teams accepts 50 calls a second per app and tenant,
 * and replies need some of them: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export const REMINDERS = {
  /**
   * 10,000 take 4 minutes: less than the 5 minutes before the start. Starts slowly, because there may be other processes.
   */
  pace: { perSecond: 45, firstPerSecond: 20, minPerSecond: 2, burst: 1 },
  /** Earlier reminders, which are removed when there is time. */
  removals: { perSecond: 4, firstPerSecond: 4, minPerSecond: 1, burst: 4 },
  /** When a reminder that certainly wasn't posted is tried again, unless Teams says when. On average. */
  againAfterMs: 3_000,
  /** When an earlier reminder that couldn't be removed is tried again. */
  removeAgainAfterMs: [1_000, 5_000, 20_000],
} as const;
