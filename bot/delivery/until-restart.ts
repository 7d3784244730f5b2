import type { Activity } from "botbuilder";
import { toRestarting } from "../replies/waiting";
import type { SentReply } from "./reply";

/** The answer, or what is said in its place when the process ends before, as the signal tells. */
export type UntilRestart = (
  activity: Partial<Activity>,
  pending: Promise<SentReply>,
) => Promise<SentReply>;

export function createRestartWatch(lateDeadline: AbortSignal): UntilRestart {
  return async function untilRestart(activity, pending) {
    const restarting = toRestarting(activity);
    const done = new AbortController();
    const told = new Promise<SentReply>((resolve) => {
      const { signal } = done;
      lateDeadline.addEventListener("abort", () => resolve(restarting), { once: true, signal });
      if (lateDeadline.aborted) resolve(restarting);
    });
    try {
      return await Promise.race([pending, told]);
    } finally {
      done.abort();
    }
  };
}
