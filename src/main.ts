#!/usr/bin/env node
import { join } from "node:path";
import type { CommandLine, CommandOptions } from "./cli/command-line";
import { explainStartProblem, UsageProblem } from "./cli/start-problem";
import type { Service } from "./cli/serve";
import { stopWithNpm } from "./cli/stop-with-npm";
import { readProgramVersion } from "./check/program-version";

/** The build puts the whole program into `dist/src/main.js`. */
const ROOT = join(__dirname, "..", "..");

/**
 * `rendezvous <command>`, and behind `npm start`, `npm run demo` and the others.
 *
 * Each command loads only what it needs: loading the bot takes longer than most commands run.
 */
async function main(argv: readonly string[]): Promise<number> {
  const line = await readCommandLine(argv);
  switch (line.name) {
    case "print":
      process.stdout.write(line.text);
      return 0;
    case "start": {
      const { start } = await import("./cli/start.js");
      return untilStopped(() => start(process.env, ROOT));
    }
    case "demo": {
      const { startDemo } = await import("./cli/demo/demo.js");
      return untilStopped(() => startDemo(line.options, ROOT));
    }
    case "setup": {
      // On a developer's machine, like pack.
      const { setup } = await import("./cli/setup/setup.js");
      const { systemDependencies } = await import("./deps.js");
      return setup(line.options, {
        ...systemDependencies(),
        env: process.env,
        root: ROOT,
        isInteractive: process.stdin.isTTY && process.stdout.isTTY,
        hasColors: hasColors(),
        nodeVersion: process.versions.node,
        print: (text) => void process.stdout.write(`${text}\n`),
        stopping: abortOnSignal(),
      });
    }
    case "pack": {
      // Its development dependencies aren't installed on servers.
      const { pack } = await import("./cli/pack/pack.js");
      process.stdout.write(`${pack(line.options, process.env, ROOT)}\n`);
      return 0;
    }
    case "check-setup":
      return check(line.options);
    case "erase": {
      const { erase } = await import("./cli/erase.js");
      process.stdout.write(`${await erase(line.options, process.env)}\n`);
      return 0;
    }
    case "backup": {
      const { backup } = await import("./cli/backup/backup.js");
      const context = { programFolder: ROOT, now: () => new Date(), stopping: abortOnSignal() };
      process.stdout.write(`${await backup(line.options, process.env, context)}\n`);
      return 0;
    }
    case "restore": {
      const { restore } = await import("./cli/backup/restore.js");
      process.stdout.write(`${await restore(line.options, process.env)}\n`);
      return 0;
    }
  }
}

async function readCommandLine(argv: readonly string[]): Promise<CommandLine> {
  // As in `npm start` and App Service. It needs nothing else of this, so it starts sooner.
  if (argv.length === 0) return { name: "start", options: {} };
  const { parseCommandLine } = await import("./cli/command-line.js");
  return parseCommandLine(argv, readProgramVersion(ROOT));
}

/** Runs a service until a signal asks this process to stop. */
async function untilStopped(run: () => Promise<Pick<Service, "stop">>): Promise<number> {
  const stopped = stopRequested();
  stopWithNpm(process.env);
  const service = await run();
  await stopped;
  await service.stop();
  return 0;
}

async function check(options: CommandOptions["check-setup"]): Promise<number> {
  const { checkSetup } = await import("./cli/check-setup/check-setup.js");
  const { output, exitCode } = await checkSetup(options, process.env, {
    programFolder: ROOT,
    hasColors: hasColors(),
    stopping: abortOnSignal(),
  });
  process.stdout.write(output);
  return exitCode;
}

function hasColors(): boolean {
  return process.stdout.isTTY && process.stdout.hasColors();
}

function abortOnSignal(): AbortSignal {
  const stopping = new AbortController();
  void stopRequested().then(() => stopping.abort());
  return stopping.signal;
}

function stopRequested(): Promise<void> {
  return new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
  });
}

// The program that reads the output has ended, as in `npm run setup -- --dry-run | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

main(process.argv.slice(2)).then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    process.stderr.write(`${explainStartProblem(error)}\n`);
    process.exit(error instanceof UsageProblem ? 2 : 1);
  },
);
