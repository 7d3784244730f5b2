import type { IncomingMessage } from "node:http";
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
