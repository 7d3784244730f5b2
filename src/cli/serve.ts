import { createApp } from "../app";
import type { AppConfig } from "../config/config";
import type { Dependencies } from "../deps";
import { toAppError } from "../errors";
import { listen } from "../listen";

/** Leaves a second of the 10 for closing the store. */
const GRACE_MS = 9_000;
const PURGE_EVERY_MS = 24 * 60 * 60_000;
/** Leaves time to tell people that a late reply will not come. */
const LATE_REPLY_GRACE_MS = 7_000;

export interface Service {
  url: string;
  /** Takes no more requests, waits up to 9 s for running work, and closes the store. */
  stop(): Promise<void>;
}

/**
 * Builds the app and listens. With authentication off, every caller is trusted, so it listens on loopback and
 * ignores `host`. Rejects with Node's own error if the port is taken.
 */
export async function serve(
  config: AppConfig & { host: string; port: number },
  deps: Dependencies,
): Promise<Service> {
  const app = createApp(config, deps);
  const host = config.botIdentity.kind === "off" ? "127.0.0.1" : config.host;
  const server = await listen(app.handler, { host, port: config.port }).catch(
    async (error: unknown) => {
      await deps.store.close();
      throw error;
    },
  );
  const stopping = new AbortController();
  const purging = purgeDaily(app, deps, stopping.signal);
  return {
    url: server.url,
    async stop() {
      stopping.abort();
      app.beginShutdown(LATE_REPLY_GRACE_MS);
      const answered = server.stop(GRACE_MS).then(() => app.drain());
      const finished = Promise.all([answered, purging]);
      const timer = new AbortController();
      await Promise.race([finished, deps.sleep(GRACE_MS, timer.signal)]);
      timer.abort();
      await deps.store.close();
    },
  };
}

/** Purges at the start, then once a day. */
async function purgeDaily(
  app: ReturnType<typeof createApp>,
  { sleep, log }: Dependencies,
  stopping: AbortSignal,
): Promise<void> {
  while (!stopping.aborted) {
    await app.purgeExpired(stopping).catch((error: unknown) => {
      log.error({ code: toAppError(error).code }, "could not purge expired data", error);
    });
    await sleep(PURGE_EVERY_MS, stopping);
  }
}
