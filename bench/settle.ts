import { setTimeout as sleep } from "node:timers/promises";

/** Longer than the work after a reply takes. */
const SETTLE_MS = 2_000;

/** Waits for the work that goes on after replies. */
export async function settle(): Promise<void> {
  await sleep(SETTLE_MS);
}
