import { request as forward, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { listen } from "../../src/listen";
import type { TestClock } from "./clock";

/** What happens to a request. */
export type TableFault =
  /** Accepts it and never responds. */
  | { kind: "hang" }
  /** Closes the connection without forwarding it. */
  | { kind: "refuse" }
  /** Responds without forwarding it. */
  | {
      kind: "answer";
      status: number;
      code?: string;
      body?: string;
      headers?: Record<string, string>;
    }
  /** Forwards it and cuts the response in the middle, after `meanwhile`. */
  | { kind: "cut"; meanwhile?: () => Promise<void> }
  /** Forwards it and delays the response until the promise resolves. */
  | { kind: "hold"; until: Promise<void> };

export interface TableRequest {
  method: string;
  path: string;
}

/** A proxy in front of Azurite that injects faults. */
export interface TableProxy {
  url: string;
  requests: TableRequest[];
  /** Applies the fault to the next `times` requests that match `only`; by default to all until `clearFault()`. */
  injectFault(
    fault: TableFault,
    which?: { times?: number; only?: (request: TableRequest) => boolean },
  ): void;
  clearFault(): void;
  /** Resolves after `count` requests. */
  waitForRequests(count: number): Promise<void>;
  /** Runs the work, and advances the clock by `ms` for each request that hangs. */
  runWithTime<T>(work: () => Promise<T>, clock: TestClock, ms: number): Promise<T>;
  stop(): Promise<void>;
}

export async function startTableProxy(target: string): Promise<TableProxy> {
  const requests: TableRequest[] = [];
  let fault: TableFault | undefined;
  let timesLeft = 0;
  let matches = isAny;
  const watchers = new Set<() => void>();
  let hangingCount = 0;

  function until(isReached: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      function check() {
        if (!isReached()) return;
        watchers.delete(check);
        resolve();
      }
      watchers.add(check);
      check();
    });
  }

  function nextFault(request: TableRequest): TableFault | undefined {
    if (!fault || timesLeft === 0 || !matches(request)) return undefined;
    timesLeft -= 1;
    return fault;
  }

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url: path = "" } = incoming;
    const request = { method, path };
    requests.push(request);
    for (const check of watchers) check();
    const current = nextFault(request);
    const body = await buffer(incoming);
    if (current?.kind === "hang") {
      hangingCount += 1;
      for (const check of watchers) check();
      return;
    }
    if (current?.kind === "refuse") {
      incoming.socket.destroy();
      return;
    }
    if (current?.kind === "answer") {
      answerWith(current, response);
      return;
    }
    const answered = await send(target, incoming, body);
    const answer = await buffer(answered);
    if (current?.kind === "hold") await current.until;
    const { statusCode = 500, headers } = answered;
    const { "transfer-encoding": _, ...others } = headers;
    if (current?.kind !== "cut") {
      response.writeHead(statusCode, { ...others, "content-length": answer.length }).end(answer);
      return;
    }
    await current.meanwhile?.();
    if (answer.length === 0) {
      incoming.socket.destroy();
      return;
    }
    response.writeHead(statusCode, { ...others, "content-length": answer.length });
    response.write(answer.subarray(0, answer.length / 2), () => incoming.socket.destroy());
  }

  const server = await listen(
    (incoming, response) => {
      // Azurite or the client has disconnected.
      serve(incoming, response).catch(() => incoming.socket.destroy());
    },
    { host: "127.0.0.1", port: 0 },
  );

  return {
    url: server.url,
    requests,
    injectFault(next, { times = Infinity, only = isAny } = {}) {
      [fault, timesLeft, matches] = [next, times, only];
    },
    clearFault() {
      fault = undefined;
    },
    waitForRequests: (count) => until(() => requests.length >= count),
    async runWithTime(work, clock, ms) {
      let seenCount = hangingCount;
      let isDone = false;
      const done = work().finally(() => (isDone = true));
      const ended = done.catch(() => undefined);
      for (;;) {
        await Promise.race([ended, until(() => hangingCount > seenCount)]);
        if (isDone) return done;
        seenCount += 1;
        await clock.advance(ms);
      }
    },
    stop: () => server.stop(0),
  };
}

function isAny(_request: TableRequest): boolean {
  return true;
}

function send(target: string, incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { method, headers, url = "" } = incoming;
    const options = { method, headers, agent: false };
    forward(new URL(url, target), options, resolve).on("error", reject).end(body);
  });
}

function answerWith(
  { status, code, body, headers }: Extract<TableFault, { kind: "answer" }>,
  response: ServerResponse,
): void {
  const error = { "odata.error": { code, message: { lang: "en-US", value: "Ada's words" } } };
  response.writeHead(status, {
    ...headers,
    "content-type": body ? "text/html" : "application/json",
  });
  response.end(body ?? (code ? JSON.stringify(error) : ""));
}
