import { join } from "node:path";
import { explainStartProblem } from "./cli/start-problem";

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
      : await (await import("./cli/start.js")).start(process.env, ROOT);
  await stopRequested;
  await service.stop();
  return 0;
}

async function check(options: readonly string[]): Promise<number> {
  const stopping = new AbortController();
  void untilStopped().then(() => stopping.abort());
  const { checkSetup } = await import("./cli/check-setup/check-setup.js");
  const { output, errors, exitCode } = await checkSetup(options, process.env, {
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

main(process.argv.slice(2)).then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    process.stderr.write(`${explainStartProblem(error)}\n`);
    process.exit(1);
  },
);
