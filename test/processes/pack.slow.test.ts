import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { ROOT, VALUES } from "../manifest/read-manifest";
import { runProgram } from "../support/run-program";

const PACKAGE = join(ROOT, "artifacts/app-package/rendezvous.dev.zip");

test("pack writes the app package, says where, and exits with 0", async () => {
  const program = runProgram(["pack"], VALUES);
  expect(await program.exited).toBe(0);
  expect(program.errors).toEqual([]);
  expect(program.output).toEqual([
    expect.stringContaining(
      "Created artifacts/app-package/rendezvous.dev.zip, the app package for dev",
    ),
  ]);
  expect(Object.keys(unzipSync(readFileSync(PACKAGE)))).toContain("manifest.json");
});

test("pack lists missing values, and exits with 1", async () => {
  const program = runProgram(["pack"]);
  expect(await program.exited).toBe(1);
  expect(program.output).toEqual(program.errors);
  expect(program.errors.join("\n")).toContain("BOT_ID isn’t set");
});
