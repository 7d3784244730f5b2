import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { z } from "zod";
import { SLOW_CLOCK } from "../support/run-program";

const script = require.resolve("./store-child.cjs");
const env = { ...process.env, ...SLOW_CLOCK };
const messageSchema = z.union([
  z.object({ acknowledged: z.string() }),
  z.object({ id: z.number(), result: z.unknown().optional() }),
]);

export interface StoreProcess {
  /** Rejects when the process ends before it answers. */
  call(name: string, ...args: unknown[]): Promise<unknown>;
  /** Resolves with the acknowledged rooms, once there are `count` of them. */
  acknowledged(count: number): Promise<string[]>;
  kill(): Promise<void>;
}

/**
 * A process with an open store. `fileBlocks` limits the size of its files, like a full disk.
 *
 * @param spec As `STORE` names it.
 */
export async function startStoreProcess(spec: string, fileBlocks?: number): Promise<StoreProcess> {
  const shell = fileBlocks === undefined ? "" : `ulimit -f ${fileBlocks} && `;
  const args = ["-c", `${shell}exec "$0" "$@"`, process.execPath, script, spec];
  const child = spawn("sh", args, { stdio: ["ignore", "ignore", "pipe", "ipc"], env });
  const answers = new Map<number, (result: unknown) => void>();
  const told: string[] = [];
  let callCount = 0;

  const ended = endOf(child);
  const unlessEnded = <T>(promise: Promise<T>) => Promise.race([promise, ended.then(failWith)]);
  await unlessEnded(once(child, "message"));
  child.on("message", (raw) => {
    const message = messageSchema.parse(raw);
    if ("acknowledged" in message) told.push(message.acknowledged);
    else answers.get(message.id)?.(message.result);
  });

  return {
    call(name, ...callArgs) {
      const id = (callCount += 1);
      const answer = new Promise((resolve) => answers.set(id, resolve));
      child.send({ id, name, args: callArgs });
      return unlessEnded(answer);
    },
    async acknowledged(count) {
      while (told.length < count) await unlessEnded(once(child, "message"));
      return told;
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Makes one call in another process, and blocks this process until it ends: no timer fires in between. */
export function callInStandstill(spec: string, ...call: unknown[]): void {
  const args = [script, spec, JSON.stringify(call)];
  const { status, stderr } = spawnSync(process.execPath, args, { env });
  if (status !== 0) failWith(stderr.toString());
}

async function endOf(child: ChildProcess): Promise<string> {
  let stderr = "";
  child.stderr?.on("data", (chunk) => (stderr += String(chunk)));
  const [code, signal]: unknown[] = await once(child, "close");
  return `ended with ${String(code ?? signal)}: ${stderr}`;
}

function failWith(how: string): never {
  throw new Error(`the store process ${how}`);
}
