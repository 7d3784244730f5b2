import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");

/** With a fixed seed, the gate sends the same activities each time. */
const SMALL = ["--quick", "--seed", "1291134080"];

function run(...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: "utf8",
  });
  return { status, output: stdout + stderr };
}

// The small versions of `npm run bench:race`, `bench:crash` and `bench:fuzz`. Each exits with 1 when a promise is broken.
describe("under load, the built program keeps what it promises:", () => {
  beforeAll(() => {
    expect(run(join("bench", "build.mjs"))).toEqual({ status: 0, output: "" });
  });

  test.each(["race", "crash", "fuzz"])("%s", (name) => {
    const { status, output } = run(join("dist", "bench", "stress.js"), name, ...SMALL);
    expect(output).not.toContain("MISSED");
    expect(output).toContain("ok ");
    expect(status).toBe(0);
  });
});
