import { createApp, type App, type AppConfig } from "../app";
import type { Edges } from "../deps";
import { toAppError } from "../errors";
import { listen } from "../listen";

const GRACE_MS = 10_000;
const FORGET_EVERY_MS = 24 * 60 * 60_000;
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
  const stopping = new AbortController();
  const forgetting = forgetDaily(app, edges, stopping.signal);
  return {
    url: server.url,
    async stop() {
      stopping.abort();
      app.announceStop(LATE_GRACE_MS);
      const answered = server.stop(GRACE_MS).then(() => app.settle());
      const finished = Promise.all([answered, forgetting]);
      const enough = new AbortController();
      await Promise.race([finished, edges.sleep(GRACE_MS, enough.signal)]);
      enough.abort();
      await edges.store.close();
    },
  };
}

/** From the start on, for as long as the process serves. */
async function forgetDaily(app: App, { sleep, log }: Edges, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    await app.forgetLeft(stopping).catch((error: unknown) => {
      log.error({ code: toAppError(error).code }, "what was left could not be forgotten", error);
    });
    await sleep(FORGET_EVERY_MS, stopping);
  }
}
