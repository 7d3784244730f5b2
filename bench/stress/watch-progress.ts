import type { Deliveries } from "./deliver";

/** Much longer than any deadline of the bot, and than a busy machine takes for one activity. */
const STUCK_AFTER_MS = 5 * 60_000;
const POLL_MS = 1_000;

/** Waits for deliveries, however long they take. Rejects when no activity gets a response for 5 minutes. */
export async function whileAnswered<T>(deliveries: Deliveries, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const stuck = new Promise<never>((_resolve, reject) => {
    let seen = 0;
    let changedAt = performance.now();
    timer = setInterval(() => {
      const { started, latenciesMs } = deliveries;
      if (latenciesMs.length !== seen) {
        seen = latenciesMs.length;
        changedAt = performance.now();
      } else if (performance.now() - changedAt > STUCK_AFTER_MS) {
        reject(
          new Error(`For 5 minutes, ${started - seen} of ${started} activities got no response.`),
        );
      }
    }, POLL_MS);
  });
  try {
    return await Promise.race([work, stuck]);
  } finally {
    clearInterval(timer);
  }
}
