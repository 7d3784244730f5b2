import { sleep, type Sleep } from "./async/deadline";
import { httpFetch, type Fetch } from "./http-fetch";
import type { RateLimit } from "./async/rate-limiter";
import type { Log } from "./log";
import type { Metrics } from "./metrics/metrics";
import type { MeetingStore } from "./meetings/ports/meeting-store";

/** Everything outside the process that an app uses. */
export interface Dependencies {
  fetch: Fetch;
  now: () => Date;
  sleep: Sleep;
  log: Log;
  store: MeetingStore;
  /** Absent unless `METRICS_PORT` is set. */
  metrics?: Metrics;
  /** Waits before a retry. Default: `sleep`. */
  sleepBeforeRetry?: Sleep;
  /** How often the bot writes to a conversation by itself. Default: what Teams accepts. */
  conversationLimits?: readonly RateLimit[];
  /** Where the code of the sign-in pages was built. Default: `page/`, next to the built program. */
  scriptFolder?: string;
}

/** The real clock and network. */
export function systemDependencies(): Pick<Dependencies, "fetch" | "now" | "sleep"> {
  return { fetch: httpFetch, now: () => new Date(), sleep };
}
