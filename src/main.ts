import { join } from "node:path";
import { readConfig } from "./config";
import { openConfiguredStore } from "./configured-store";
import { startDemo } from "./demo/demo";
import { createEdges } from "./edges";
import { erase } from "./erase";
import { createLibraryConsole } from "./library-console";
import { createLog } from "./log";
import { serve, type Service } from "./serve";
import { explainStartProblem, namingPort, StartProblem } from "./start-problem";

const ROOT = join(__dirname, "..", "..");

/** `npm start`; `npm run demo`, `npm run erase` and `npm run pack` pass their names as the first argument. */
async function main([mode, ...options]: string[]): Promise<void> {
  if (mode === "erase") {
    process.stdout.write(`${await erase(options, process.env)}\n`);
    return;
  }
  if (mode === "pack") {
    // What it needs to check and zip a package is not there where the server runs.
    const { pack } = await import("./pack/pack.js");
    process.stdout.write(`${pack(options, process.env, ROOT)}\n`);
    return;
  }
  const stopRequested = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
  });
  const service = await (mode === "demo" ? startDemo(options) : start());
  await stopRequested;
  await service.stop();
}

async function start(): Promise<Service> {
  const read = readConfig(process.env);
  if (!read.ok)
    throw new StartProblem(
      "Rendezvous cannot start with these environment variables (env/README.md has them all):",
      read.problems,
    );
  const { config } = read;
  const log = createLog(config.logLevel);
  globalThis.console = createLibraryConsole(log);
  const edges = createEdges({ log, store: openConfiguredStore(config) });
  const service = await namingPort("PORT", serve(config, edges));
  log.info({ url: service.url }, "listening");
  return service;
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${explainStartProblem(error)}\n`);
    process.exit(1);
  },
);
