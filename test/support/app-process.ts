import { fork } from "node:child_process";
import { once } from "node:events";
import type { Activity } from "botbuilder";
import * as z from "zod";
import { SLOW_CLOCK } from "./run-program";

/** The whole app in another process, with a clock that stands still. */
export interface AppProcess {
  url: string;
  /** Sets the clock. */
  begin(at: string): void;
  /** Sets the clock, and resolves when everything is done that is due by then. */
  runAt(at: string): Promise<void>;
  /** Posts an activity, and returns the response's status. */
  post(activity: Partial<Activity>): Promise<number>;
  /** Resolves when all background work is done. */
  drain(): Promise<void>;
  /** Ends the process at once, whatever it does. */
  kill(): Promise<void>;
}

/** @param cloudUrl the embedded cloud, for an app with Graph's call events */
export async function startAppProcess(store: string, cloudUrl = ""): Promise<AppProcess> {
  const env = { ...process.env, ...SLOW_CLOCK };
  const child = fork(require.resolve("./app-child.cjs"), [store, cloudUrl], { env });
  const exited = once(child, "exit");
  const work = async (at: string) => {
    const done = once(child, "message");
    child.send(at);
    await done;
  };
  const [url] = z.tuple([z.url(), z.unknown()]).parse(await once(child, "message"));
  return {
    url,
    begin: (at) => void child.send(at),
    runAt: work,
    drain: () => work(""),
    async post(activity) {
      const body = JSON.stringify(activity);
      const headers = { "content-type": "application/json" };
      return (await fetch(`${url}/api/messages`, { method: "POST", headers, body })).status;
    },
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
