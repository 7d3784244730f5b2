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
  circuit: CircuitSpec;
  /** Requests at once. */
  width: number;
  /** Calls that wait for one of these. Any more fail at once. */
  queue: number;
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
export const RETRY_BUDGET = { reserve: 10, perSecond: 1, perCall: 0.1 };

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
    circuit: CIRCUIT,
    width: 16,
    queue: 200,
  },
  /**
   * A call has to fit into the 8 s after which a turn shows “being prepared”, and a lease (`MEETING_LEASE_MS`) has to
   * outlast one write and one call to Graph. The service usually answers within 10 ms. App Service allows 128 connections
   * from an instance to one address:
   * https://learn.microsoft.com/azure/app-service/troubleshoot-intermittent-outbound-connection-errors
   */
  store: {
    service: "store",
    deadlineMs: 4_000,
    attemptMs: 2_000,
    maxRetries: 2,
    retryDelayMs: 100,
    maxRetryDelayMs: 1_000,
    circuit: CIRCUIT,
    width: 100,
    queue: 1_000,
  },
} as const satisfies Record<string, PolicySpec>;

/**
 * What the bot sends to Teams (`bot/delivery/`). There is no circuit breaker: each reply gets its try, and only failures that
 * posted nothing are tried again. Teams accepts 7 messages a second and 60 in 30 s per conversation, and replies need some
 * of them: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export const CONNECTOR = {
  /** Longer than the Connector ever takes, and short enough for Teams' 15 s per turn. */
  sendMs: 4_000,
  updateMs: 2_000,
  typingMs: 500,
  maxRetries: 2,
  retryDelayMs: 200,
  updateLimits: [
    { count: 5, perMs: 1_000 },
    { count: 40, perMs: 30_000 },
  ],
  /** When a card is updated again. After that, the next change of the meeting updates it. */
  updateAgainAfterMs: [1_000, 5_000, 20_000, 60_000],
} as const;
