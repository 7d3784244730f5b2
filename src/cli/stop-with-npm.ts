import type { Environment } from "../config/settings";

const CHECK_EVERY_MS = 500;
/** The scripts in package.json that run until they're stopped. */
const SERVICES = new Set<string | undefined>(["start", "start:local", "demo"]);

/**
 * Sends this process SIGTERM when the shell that npm started it in is gone. npm passes its signals to that shell, which
 * exits without passing them on.
 */
export function stopWithNpm(env: Environment): void {
  if (!SERVICES.has(env["npm_lifecycle_event"])) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, CHECK_EVERY_MS);
  watch.unref();
}
