import { createApp, type App, type AppConfig } from "../app";
import type { Dependencies } from "../deps";
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
  const forgetting = forgetDaily(app, deps, stopping.signal);
  return {
    url: server.url,
    async stop() {
      stopping.abort();
      app.beginShutdown(LATE_GRACE_MS);
      const answered = server.stop(GRACE_MS).then(() => app.drain());
      const finished = Promise.all([answered, forgetting]);
      const enough = new AbortController();
      await Promise.race([finished, deps.sleep(GRACE_MS, enough.signal)]);
      enough.abort();
      await deps.store.close();
    },
  };
}

/** From the start on, for as long as the process serves. */
async function forgetDaily(
  app: App,
  { sleep, log }: Dependencies,
  stopping: AbortSignal,
): Promise<void> {
  while (!stopping.aborted) {
    await app.purgeExpired(stopping).catch((error: unknown) => {
      log.error({ code: toAppError(error).code }, "what was left could not be forgotten", error);
    });
    await sleep(FORGET_EVERY_MS, stopping);
  }
}
