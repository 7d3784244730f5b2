import { createApp } from "../app";
import type { AppConfig } from "../config/config";
import type { Dependencies } from "../deps";
import { toAppError } from "../errors";
import { listen } from "../listen";

/** Leaves a second of the 10 for closing the store. */
const GRACE_MS = 9_000;
const PURGE_EVERY_MS = 24 * 60 * 60_000;
/** How late a reminder can be. */
const RUN_DUE_EVERY_MS = 15_000;
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
  const repeat = createRepeat(deps, stopping.signal);
  const repeating = Promise.all([
    repeat(PURGE_EVERY_MS, "could not purge expired data", app.purgeExpired),
    repeat(RUN_DUE_EVERY_MS, "could not do what is due", app.runDue),
  ]);
  return {
    url: server.url,
    async stop() {
      stopping.abort();
      app.beginShutdown(LATE_REPLY_GRACE_MS);
      const answered = server.stop(GRACE_MS).then(() => app.drain());
      const finished = Promise.all([answered, repeating]);
      const timer = new AbortController();
      await Promise.race([finished, deps.sleep(GRACE_MS, timer.signal)]);
      timer.abort();
      await deps.store.close();
    },
  };
}

/** Does something at the start, and then again and again. Errors are logged. */
function createRepeat({ sleep, log }: Dependencies, stopping: AbortSignal) {
  return async (
    everyMs: number,
    failure: string,
    work: (stopping: AbortSignal) => Promise<unknown>,
  ): Promise<void> => {
    while (!stopping.aborted) {
      await work(stopping).catch((error: unknown) => {
        log.error({ code: toAppError(error).code }, failure, error);
      });
      await sleep(everyMs, stopping);
    }
  };
}
