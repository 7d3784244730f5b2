import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { endWithBench, temporaryFolder } from "./cleanup";
import { processStateSchema, type ProcessState } from "./process-state";
import { trafficCountsSchema, type TrafficCounts } from "./traffic-counts";

/** A server in its own process. */
export interface Server extends AsyncDisposable {
  name: string;
  url: string;
  pid: number;
}

/** A server of the bench that counts its requests. */
export interface CountingServer extends Server {
  /** The counts since the last call. */
  takeCounts(): Promise<TrafficCounts>;
}

/** A server that tells what it holds. */
export interface ReportingServer extends Server {
  /** Collects its garbage first. */
  readState(): Promise<ProcessState>;
}

export interface ServerProgram {
  name: string;
  /** What `node` runs. */
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
}

/**
 * Starts a server and waits for the first line of its output with a URL on loopback.
 *
 * @param onLine Gets each line of its output.
 */
export async function startServer(
  program: ServerProgram,
  onLine?: (line: string) => void,
): Promise<Server> {
  const { server } = await launch(program, ["ignore", "pipe", "pipe"], onLine);
  return server;
}

export async function startCountingServer(program: ServerProgram): Promise<CountingServer> {
  const { server, child } = await launch(program, ["ignore", "pipe", "pipe", "ipc"]);
  return {
    ...server,
    takeCounts: async () => trafficCountsSchema.parse(await ask(child, "take counts")),
  };
}

/** @param program started `withStateReports` */
export async function startReportingServer(program: ServerProgram): Promise<ReportingServer> {
  const { server, child } = await launch(program, ["ignore", "pipe", "pipe", "ipc"]);
  return {
    ...server,
    readState: async () => processStateSchema.parse(await ask(child, "report state")),
  };
}

async function ask(child: ChildProcess, question: string): Promise<unknown> {
  child.send(question);
  const [reply]: unknown[] = await once(child, "message");
  return reply;
}

async function launch(
  { name, args, env }: ServerProgram,
  stdio: StdioOptions,
  onLine?: (line: string) => void,
): Promise<{ server: Server; child: ChildProcess }> {
  const child: ChildProcess = spawn(process.execPath, args, {
    stdio,
    env: { PATH: process.env.PATH, TMPDIR: temporaryFolder(), ...env },
  });
  endWithBench(child);
  const closed = once(child, "close");
  let isStopping = false;
  let errors = "";
  child.stderr?.on("data", (chunk) => (errors += String(chunk)));
  void closed.then(([code, signal]) => {
    if (!isStopping) process.stderr.write(`${name} ended with ${code ?? signal}.\n${errors}\n`);
  });
  const url = await Promise.race([findUrl(child, onLine), closed.then(() => undefined)]);
  if (url === undefined || child.pid === undefined) throw new Error(`${name} didn't start.`);
  const server = {
    name,
    url,
    pid: child.pid,
    async [Symbol.asyncDispose]() {
      isStopping = true;
      child.kill("SIGKILL");
      await closed;
    },
  };
  return { server, child };
}

function findUrl({ stdout }: ChildProcess, onLine?: (line: string) => void): Promise<string> {
  return new Promise((resolve) => {
    if (!stdout) return;
    createInterface(stdout).on("line", (line) => {
      onLine?.(line);
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (url) resolve(url);
    });
  });
}
