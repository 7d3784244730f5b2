import type { IncomingMessage, ServerResponse } from "node:http";
import type { Registry } from "prom-client";
import { listen, type RunningServer } from "../listen";

/** Serves `GET /metrics` for Prometheus. Anyone who reaches the port can read them, so it's another one than Teams'. */
export function serveMetrics(
  registry: Registry,
  address: { host: string; port: number },
): Promise<RunningServer> {
  return listen((request, response) => void answer(request, response), address);

  async function answer({ method, url }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (method !== "GET" || url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    const text = await registry.metrics();
    response.writeHead(200, { "content-type": registry.contentType }).end(text);
  }
}
