import { createCache } from "async-cache-dedupe";

/**
 * Wraps a function so that simultaneous calls with the same argument share one run and its result.
 *
 * @param toKey Which calls count as the same. Default: those whose arguments have the same JSON.
 */
export function singleFlight<Request extends object | string, Result>(
  call: (request: Request) => Promise<Result>,
  toKey?: (request: Request) => string,
): (request: Request) => Promise<Result> {
  const shared = createCache({ ttl: 0 }).define("call", { serialize: toKey }, call);
  return (request) => shared.call(request);
}
