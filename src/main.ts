import { join } from "node:path";
import { readConfig } from "./config";
import { systemDependencies } from "./deps";
import { createLibraryConsole } from "./cli/library-console";
import { createLog } from "./log";
import type { Service } from "./cli/serve";
import { explainStartProblem, namingPort, StartProblem } from "./cli/start-problem";

const ROOT = join(__dirname, "..", "..");

/**
 * `npm start` passes no argument; `npm run demo`, `erase`, `pack` and `check-setup` pass their names.
 *
 * Each command loads only what it needs: loading the bot takes longer than most commands run.
 */
async function main([mode, ...options]: string[]): Promise<number> {
  if (mode === "erase") {
    const { erase } = await import("./cli/erase.js");
    process.stdout.write(`${await erase(options, process.env)}\n`);
    return 0;
  }
  if (mode === "check-setup") return check(options);
  if (mode === "pack") {
    // Its development dependencies aren't installed on servers.
    const { pack } = await import("./cli/pack/pack.js");
    process.stdout.write(`${pack(options, process.env, ROOT)}\n`);
    return 0;
  }
  const stopRequested = untilStopped();
  const service =
    mode === "demo"
      ? await (await import("./cli/demo/demo.js")).startDemo(options)
      : await startServer();
  await stopRequested;
  await service.stop();
  return 0;
}

async function check(options: readonly string[]): Promise<number> {
  const stopping = new AbortController();
  void untilStopped().then(() => stopping.abort());
  const { checkSetup } = await import("./cli/check-setup/check-setup.js");
  const { output, errors, exitCode } = await checkSetup(options, process.env, {
    ...systemDependencies(),
    // Log lines would be mixed up with the report.
    log: createLog("silent"),
    programFolder: ROOT,
    hasColors: process.stdout.isTTY && process.stdout.hasColors(),
    stopping: stopping.signal,
  });
  process.stdout.write(output);
  process.stderr.write(errors);
  return exitCode;
}

function untilStopped(): Promise<void> {
  return new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
  });
}

async function startServer(): Promise<Service> {
  const read = readConfig(process.env);
  if (!read.ok)
    throw new StartProblem(
      "Rendezvous cannot start with these environment variables (env/README.md has them all):",
      read.problems,
    );
  const { config } = read;
  const log = createLog(config.logLevel);
  globalThis.console = createLibraryConsole(log);
  const { openConfiguredStore } = await import("./cli/configured-store.js");
  const { serve } = await import("./cli/serve.js");
  const deps = { ...systemDependencies(), log, store: openConfiguredStore(config) };
  const service = await namingPort("PORT", serve({ ...config, programFolder: ROOT }, deps));
  log.info({ url: service.url }, "listening");
  return service;
}

main(process.argv.slice(2)).then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    process.stderr.write(`${explainStartProblem(error)}\n`);
    process.exit(1);
  },
);
