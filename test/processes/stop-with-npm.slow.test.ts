import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { toEnvironment } from "../support/use-check-setup";
import { openConnection } from "../support/raw-connection";
import { useTemporaryFolder } from "../storage/temporary-folder";

const MAIN = join(__dirname, "..", "..", "dist", "src", "main.js");
const nextFolder = useTemporaryFolder();

test.each([
  ["demo", "demo --no-playground --port 0 --graph-port 0", /^ready (\S+)/],
  ["start", "", /"url":"([^"]+)","msg":"listening"/],
  ["start:local", "", /"url":"([^"]+)","msg":"listening"/],
])("npm run %s stops with npm's shell, which passes no signals on", async (script, args, ready) => {
  // `; true` keeps the shell, which some shells replace by their last command.
  const shell = spawn("sh", ["-c", `"${process.execPath}" "${MAIN}" ${args}; true`], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...toEnvironment(nextFolder(), { HOST: "127.0.0.1", PORT: "0" }),
      PATH: process.env["PATH"],
      npm_lifecycle_event: script,
    },
  });
  const url = await new Promise<string>((resolve) => {
    createInterface(shell.stdout).on("line", (line) => {
      const [, found] = ready.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  const connection = await openConnection(url);
  shell.kill("SIGTERM");
  await once(shell, "exit");
  await connection.closed;
});
