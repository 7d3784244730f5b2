import { Console } from "node:console";
import { Writable } from "node:stream";
import { readConfig } from "../config/config";
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
  const deps = { ...systemDependencies(), log, store: openConfiguredStore(config) };
  const service = await namingPort("PORT", serve({ ...config, programFolder }, deps));
  log.info({ url: service.url }, "listening");
  return service;
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
