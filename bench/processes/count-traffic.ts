import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { TrafficCounts } from "./traffic-counts";

/** Counts a server's requests, and reports them to the process that started this one whenever it sends a message. */
export function countTraffic() {
  const connections = new Set<Socket>();
  const running = new Set<IncomingMessage>();
  let requests = 0;
  let mostAtOnce = 0;
  process.on("message", () => {
    const counts: TrafficCounts = { requests, connections: connections.size, mostAtOnce };
    process.send?.(counts);
    connections.clear();
    requests = 0;
    mostAtOnce = running.size;
  });
  return {
    begin(request: IncomingMessage) {
      connections.add(request.socket);
      running.add(request);
      requests += 1;
      mostAtOnce = Math.max(mostAtOnce, running.size);
    },
    /** For requests that didn't begin, it does nothing. */
    end(request: IncomingMessage) {
      running.delete(request);
    },
  };
}

/** Counts the requests to the HTTP servers of this process. `onRequest` returns false for those that don't count. */
export function countRequests(onRequest: (request: IncomingMessage) => boolean): void {
  const traffic = countTraffic();
  // https://nodejs.org/docs/latest-v20.x/api/diagnostics_channel.html#http
  subscribe("http.server.request.start", (message) => {
    const request = readRequest(message);
    if (onRequest(request)) traffic.begin(request);
  });
  subscribe("http.server.response.finish", (message) => traffic.end(readRequest(message)));
}

function readRequest(message: unknown): IncomingMessage {
  const isWithRequest = typeof message === "object" && message !== null && "request" in message;
  if (isWithRequest && message.request instanceof IncomingMessage) return message.request;
  throw new Error("Node's message holds no request.");
}
