import { existsSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { Command } from "commander";
import { formatResult } from "./format-result";
import { installPeers } from "./install-peers";
import { createTemporaryFolder } from "./processes/cleanup";
import { ROOT } from "./processes/folders";
import { startLoad } from "./processes/load";
import { isKept, type RowResult } from "./row";
import { ROWS } from "./rows/registry";

interface Options {
  check?: boolean;
  quick?: boolean;
  only?: string[];
  json?: string;
  program: string;
}

/** A folder of Linux that keeps files in memory. */
const SHARED_MEMORY = "/dev/shm";

/** `npm run bench`: runs the rows, prints their tables, and returns the exit code. */
async function run({ check, quick = false, only, json, program }: Options): Promise<number> {
  const rows = ROWS.filter(({ name }) => !only || only.includes(name));
  installPeers();
  const memoryFolder = existsSync(SHARED_MEMORY) ? SHARED_MEMORY : undefined;
  using load = startLoad();
  const results: Record<string, RowResult> = {};
  for (const row of rows) {
    const bench = {
      programFolder: program,
      isQuick: quick,
      load,
      createFolder: ({ isInMemory = false } = {}) =>
        createTemporaryFolder(isInMemory ? memoryFolder : undefined),
    };
    const result = await row.run(bench);
    results[row.name] = result;
    process.stdout.write(formatResult(row, result));
  }
  const [processor] = cpus();
  const machine = { node: process.version, cores: cpus().length, processor: processor?.model };
  if (json) writeFileSync(json, JSON.stringify({ machine, quick, results }, undefined, 2));
  const missed = Object.values(results).flatMap(({ checks }) =>
    checks.filter((one) => !isKept(one)),
  );
  return check && missed.length > 0 ? 1 : 0;
}

const names = ROWS.map(({ name }) => name);
const command = new Command("npm run bench --")
  .description(`Compares the built program with others on this machine. Rows: ${names.join(", ")}.`)
  .option("--check", "exit with 1 when a target is missed")
  .option("--quick", "fewer and shorter rounds")
  .option("--only <names...>", "only these rows")
  .option("--json <file>", "write all values to a file")
  .option("--program <folder>", "measure the build in another folder", ROOT)
  .parse();
const options: Options = command.opts();
const unknown = options.only?.find((name) => !names.includes(name));
if (unknown) command.error(`There is no row “${unknown}”. Rows: ${names.join(", ")}.`);
run(options).then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);
