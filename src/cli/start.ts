import { Console } from "node:console";
import { Writable } from "node:stream";
import { readConfig, type Config } from "../config/config";
import { systemDependencies } from "../deps";
import { createLog, type Log } from "../log";
import type { Environment } from "../config/settings";
import type { Service } from "./serve";
import { namingPort, StartProblem } from "./start-problem";

/**
 * `npm start`: serves with the settings in the environment. Replaces the global console, because libraries print to it.
 *
 * @param programFolder The folder of package.json.
 */
export async function start(env: Environment, programFolder: string): Promise<Service> {
  const read = readConfig(env);
  if (!read.ok)
    throw new StartProblem(
      "Rendezvous can’t start. Fix these environment variables, which env/README.md explains:",
      read.problems,
    );
  const { config } = read;
  const log = createLog(config.logLevel);
  globalThis.console = createLibraryConsole(log);
  // Loading them takes longer than reading the settings.
  const { openConfiguredStore } = await import("./configured-store.js");
  const { serve } = await import("./serve.js");
  const metrics = await startMetrics(config);
  const store = openConfiguredStore(config, {}, metrics?.metrics);
  const deps = { ...systemDependencies(), log, store, metrics: metrics?.metrics };
  const service = await namingPort("PORT", serve({ ...config, programFolder }, deps));
  const metricsUrl = metrics && `${metrics.server.url}/metrics`;
  log.info({ url: service.url, metricsUrl }, "listening");
  return {
    ...service,
    async stop() {
      await service.stop();
      await metrics?.server.stop(0);
    },
  };
}

/** Loaded on demand, to start sooner without metrics. */
async function startMetrics({ metricsHost: host, metricsPort: port }: Config) {
  if (port === undefined) return undefined;
  const { createPrometheusMetrics } = await import("../metrics/prometheus.js");
  const { serveMetrics } = await import("../metrics/serve-metrics.js");
  const metrics = createPrometheusMetrics();
  const server = await namingPort("METRICS_PORT", serveMetrics(metrics.registry, { host, port }));
  return { metrics, server };
}

/**
 * Replaces the console for libraries: botbuilder prints about each token that it rejects. The log says that something
 * was printed, but not what, because it may contain tokens or names.
 */
export function createLibraryConsole(log: Log): Console {
  const stream = new Writable({
    write(printed: Buffer, _encoding, done) {
      log.debug({ bytes: printed.length }, "a library printed something, which is not logged");
      done();
    },
  });
  return new Console(stream);
}
