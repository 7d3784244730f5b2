import { createApp, type AppConfig } from "./app";
import type { Edges } from "./edges";
import { listen } from "./listen";

const GRACE_MS = 10_000;
/** Leaves the late answers time to say that they will not come. */
const LATE_GRACE_MS = 7_000;

export interface Service {
  url: string;
  /** Takes no more requests, lets what is under way finish for at most 10 s, and closes the store. */
  stop(): Promise<void>;
}

/**
 * Builds the app and listens. With authentication off every caller is trusted, so only this machine may
 * call then, whatever `host` says. Rejects with Node's own error when the port is taken.
 */
export async function serve(
  config: AppConfig & { host: string; port: number },
  edges: Edges,
): Promise<Service> {
  const app = createApp(config, edges);
  const host = config.botIdentity.kind === "off" ? "127.0.0.1" : config.host;
  const server = await listen(app.handler, { host, port: config.port }).catch(
    async (error: unknown) => {
      await edges.store.close();
      throw error;
    },
  );
  return {
    url: server.url,
    async stop() {
      app.announceStop(LATE_GRACE_MS);
      const finished = server.stop(GRACE_MS).then(() => app.settle());
      const enough = new AbortController();
      await Promise.race([finished, edges.sleep(GRACE_MS, enough.signal)]);
      enough.abort();
      await edges.store.close();
    },
  };
}
