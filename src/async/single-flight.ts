/**
 * Wraps a function so that simultaneous calls with the same key share one run and its result.
 *
 * @param toKey Which calls count as the same. Default: those whose arguments have the same JSON.
 */
export function singleFlight<Request extends object | string, Result>(
  call: (request: Request) => Promise<Result>,
  toKey: (request: Request) => string = (request) => JSON.stringify(request),
): (request: Request) => Promise<Result> {
  const running = new Map<string, Promise<Result>>();
  return (request) => {
    const key = toKey(request);
    const known = running.get(key);
    if (known) return known;
    const started = call(request);
    running.set(key, started);
    const forget = () => void running.delete(key);
    started.then(forget, forget);
    return started;
  };
}
