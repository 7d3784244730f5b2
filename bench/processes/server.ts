import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A server in its own process. */
export interface Server extends AsyncDisposable {
  name: string;
  url: string;
  pid: number;
  /** From the start of the process to the line with its URL. */
  startMs: number;
}

export interface ServerProgram {
  name: string;
  /** What `node` runs. */
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
}

/** Starts a server and waits for the first line of its output with a URL on loopback. */
export async function startServer({ name, args, env }: ServerProgram): Promise<Server> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, ...env },
  });
  const closed = once(child, "close");
  let output = "";
  let isStopping = false;
  void closed.then(([code, signal]) => {
    if (!isStopping) process.stderr.write(`${name} ended: ${code ?? signal}\n${output}\n`);
  });
  child.stderr.on("data", (chunk) => (output += String(chunk).slice(0, 2_000)));
  const found = new Promise<string>((resolve) => {
    createInterface(child.stdout).on("line", (line) => {
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (url) resolve(url);
    });
  });
  const url = await Promise.race([found, closed.then(() => undefined)]);
  if (url === undefined || child.pid === undefined) throw new Error(`${name} didn't start.`);
  return {
    name,
    url,
    pid: child.pid,
    startMs: performance.now() - startedAt,
    async [Symbol.asyncDispose]() {
      isStopping = true;
      child.kill("SIGKILL");
      await closed;
    },
  };
}
