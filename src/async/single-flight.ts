import { createCache } from "async-cache-dedupe";

/** Wraps a function so that simultaneous calls with the same argument share one run and its result. */
export function singleFlight<Request extends object | string, Result>(
  call: (request: Request) => Promise<Result>,
): (request: Request) => Promise<Result> {
  const shared = createCache({ ttl: 0 }).define("call", call);
  return (request) => shared.call(request);
}
