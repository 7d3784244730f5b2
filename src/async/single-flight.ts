import { createCache } from "async-cache-dedupe";

/** The same function, but that whoever asks for the same thing at the same moment gets the same answer. */
export function singleFlight<Request extends object, Answer>(
  call: (request: Request) => Promise<Answer>,
): (request: Request) => Promise<Answer> {
  const shared = createCache({ ttl: 0 }).define("call", call);
  return (request) => shared.call(request);
}
