const CHECK_EVERY_MS = 500;

/**
 * Sends this process SIGTERM when the shell that npm started it in is gone. npm passes its signals to that shell, which
 * exits without passing them on.
 *
 * @returns what ends the watch
 */
export function stopWithNpm(env: Readonly<Record<string, string | undefined>>): () => void {
  if (env["npm_lifecycle_event"] !== "demo") return () => undefined;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, "SIGTERM");
  }, CHECK_EVERY_MS);
  return () => clearInterval(timer);
}
