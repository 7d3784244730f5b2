import { randomInt } from "node:crypto";
import { Command, InvalidArgumentError, Option } from "commander";
import { formatResult } from "./format-result";
import { ROOT } from "./processes/folders";
import { isKept } from "./row";
import { STRESS_TESTS } from "./stress/registry";
import type { StressTest, StressOptions } from "./stress/stress-test";

interface Given extends Omit<StressOptions, "programFolder" | "isQuick" | "hasSlowClock"> {
  quick?: boolean;
  slowClock?: boolean;
  program: string;
}

function readCount(text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new InvalidArgumentError("It must be a number above 0.");
}

/** Prints what a test found, and returns the exit code. */
async function run(
  test: StressTest,
  { quick = false, slowClock = quick, program: programFolder, ...given }: Given,
): Promise<number> {
  const options = { ...given, isQuick: quick, hasSlowClock: slowClock, programFolder };
  const result = await test.run(options);
  process.stdout.write(formatResult(test, result));
  return result.checks.every(isKept) ? 0 : 1;
}

const program = new Command("npm run bench:<test> --").description(
  "Checks promises under load. It exits with 1 when one is broken.",
);
for (const test of STRESS_TESTS) {
  program
    .command(test.name)
    .description(test.title)
    .option("--quick", "few of everything, with a slow clock")
    .option("--slow-clock", "on a busy machine: the bots miss no deadline")
    .option("--program <folder>", "test the build in another folder", ROOT)
    .addOption(
      new Option("--minutes <count>", "soak: minutes; 1 with --quick")
        .argParser(readCount)
        .default(10),
    )
    .addOption(
      new Option("--activities <count>", "fuzz: activities").argParser(readCount).default(100_000),
    )
    .addOption(
      new Option("--seed <number>", "fuzz: repeats a run")
        .argParser(readCount)
        .default(randomInt(1, 2 ** 31), "another one each time"),
    )
    .action(async (given: Given) => process.exit(await run(test, given)));
}
program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
