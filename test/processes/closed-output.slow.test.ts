import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { ROOT } from "../manifest/read-manifest";

const MAIN = join(ROOT, "dist/src/main.js");

test("a command ends quietly if no one reads its output, as in `| head`", async () => {
  const command = 'read -r _ && exec "$0" "$1" setup --dry-run';
  const program = spawn("/bin/sh", ["-c", command, process.execPath, MAIN], {
    cwd: ROOT,
    env: { PATH: dirname("/bin/sh") },
  });
  const errors: string[] = [];
  program.stderr.setEncoding("utf8").on("data", (text: string) => errors.push(text));
  program.stdout.destroy();
  await once(program.stdout, "close");
  program.stdin.end("start\n");
  const [exitCode] = await once(program, "close");
  expect([exitCode, errors.join("")]).toEqual([0, ""]);
});
