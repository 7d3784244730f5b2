import { createServer, type RequestListener } from "node:http";
import type { Socket } from "node:net";

export interface RunningServer {
  url: string;
  /** Takes no more requests, lets those under way finish, and after `graceMs` cuts the rest off. */
  stop(graceMs: number): Promise<void>;
}

/** Rejects with Node's own error (`EADDRINUSE` for a taken port). Port 0 takes any free one. */
export async function listen(
  handler: RequestListener,
  { host, port }: { host: string; port: number },
): Promise<RunningServer> {
  let isStopping = false;
  // Node does not count those as idle that have not asked for anything yet.
  const silent = new Set<Socket>();
  const server = createServer((request, response) => {
    silent.delete(request.socket);
    // Node would hold the connection of a request that was under way for 5 s more, for another one.
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
    stop: (graceMs) =>
      new Promise((resolve) => {
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
