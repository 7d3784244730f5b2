import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { openConnection } from "../support/raw-connection";

const MAIN = join(__dirname, "..", "..", "dist", "src", "main.js");
const OPTIONS = "--no-playground --port 0 --graph-port 0";

test("stops when npm's shell is stopped, which passes no signals on", async () => {
  // `; true` keeps the shell, which some shells replace by their last command.
  const shell = spawn("sh", ["-c", `"${process.execPath}" "${MAIN}" demo ${OPTIONS}; true`], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { PATH: process.env["PATH"], npm_lifecycle_event: "demo" },
  });
  const ready = await new Promise<string>((resolve) => {
    createInterface(shell.stdout).on("line", (line) => {
      if (line.startsWith("ready ")) resolve(line);
    });
  });
  const [, botUrl = ""] = ready.split(" ");
  const connection = await openConnection(botUrl);
  shell.kill("SIGTERM");
  await once(shell, "exit");
  await connection.closed;
});
