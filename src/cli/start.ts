import { readConfig } from "../config";
import { systemDependencies } from "../deps";
import { createLog } from "../log";
import { createLibraryConsole } from "./library-console";
import type { Service } from "./serve";
import { namingPort, StartProblem } from "./start-problem";

/**
 * `npm start`: serves with the settings in the environment. Replaces the global console, because libraries print to it.
 *
 * @param programFolder The folder of package.json.
 */
export async function start(
  env: Readonly<Record<string, string | undefined>>,
  programFolder: string,
): Promise<Service> {
  const read = readConfig(env);
  if (!read.ok)
    throw new StartProblem(
      "Rendezvous cannot start with these environment variables (env/README.md has them all):",
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
