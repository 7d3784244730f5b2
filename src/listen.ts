import { createServer, type RequestListener } from "node:http";
import type { Socket } from "node:net";

/**
 * Longer than Azure's load balancer keeps an idle connection, so that it never sends a request over one that is just
 * being closed: https://learn.microsoft.com/azure/app-service/faq-availability-performance-application-issues
 */
const IDLE_CONNECTION_MS = 250_000;

export type RunningServer = Awaited<ReturnType<typeof listen>>;

/** Rejects with Node's own error (`EADDRINUSE` if the port is taken). Port 0 means any free port. */
export async function listen(
  handler: RequestListener,
  { host, port }: { host: string; port: number },
) {
  let isStopping = false;
  // Connections without a request so far. Node doesn't count them as idle.
  const silent = new Set<Socket>();
  const server = createServer({ keepAliveTimeout: IDLE_CONNECTION_MS }, (request, response) => {
    silent.delete(request.socket);
    // Node would keep this connection open for the next request.
    response.once("close", () => {
      if (isStopping) server.closeIdleConnections();
    });
    handler(request, response);
  });
  server.on("connection", (socket) => {
    silent.add(socket);
    socket.once("close", () => silent.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const address = server.address();
  const actualPort = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${actualPort ?? port}`,
    /** Takes no more requests, lets running ones finish, and closes all connections after `graceMs`. */
    stop: (graceMs: number) =>
      new Promise<void>((resolve) => {
        isStopping = true;
        const cutOff = () => server.closeAllConnections();
        const deadline = setTimeout(cutOff, graceMs);
        server.close(() => {
          clearTimeout(deadline);
          resolve();
        });
        if (graceMs === 0) cutOff();
        else server.closeIdleConnections();
        for (const socket of silent) socket.destroy();
      }),
  };
}
