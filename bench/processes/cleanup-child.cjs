// Started by `cleanup.ts`. When the bench ends, its end of the standard input is closed, even if the bench was killed.
const { rmSync } = require("node:fs");
const { createInterface } = require("node:readline");

const pids = new Set();
const folders = new Set();
// Ctrl-C reaches all processes of a terminal.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);
createInterface(process.stdin)
  .on("line", (line) => {
    const { started, ended, folder } = JSON.parse(line);
    if (started) pids.add(started);
    pids.delete(ended);
    if (folder) folders.add(folder);
  })
  .on("close", () => {
    for (const pid of pids) end(pid);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

function end(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself at the same time.
  }
}
