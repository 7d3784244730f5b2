import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { createKeyedQueue } from "../../src/async/keyed-queue";
import type { Fault } from "../../src/local/local-cloud";
import { toDefaultKey } from "../../src/meetings/record/meeting-key";
import type { Cluster } from "./cluster";
import type { Crowd } from "./crowds";
import type { Deliver } from "./deliver";

const POLL_MS = 20;
/** Long enough to kill the bot that calls. After that the call goes on, so that nothing waits for a kill that didn't come. */
const HELD_MS = 20_000;

const faultsSchema = z.array(z.object({ match: z.string() }));

/** Kills bots, one after the other. */
export function createKills({ graph, store, kill, restart }: Cluster, deliver: Deliver) {
  const runInOrder = createKeyedQueue();
  const counts = { killed: 0, unfinished: 0 };

  /**
   * Kills a bot while Graph handles the first call for a channel. The others ask while it starts again.
   *
   * @param victim its index. It must be running, so that no other bot makes the call.
   */
  async function askWhileKilling({ conversation, commands }: Crowd, victim: number): Promise<void> {
    const [first, ...others] = commands;
    if (!first) return;
    let answered: Promise<unknown> | undefined;
    await runInOrder("kills", async () => {
      const match = `/users/${first.person.aadId}/`;
      await planFault({ match, delayMs: HELD_MS });
      const asked = deliver(first.activity, victim);
      await waitUntilUsed(match, asked);
      await kill(victim);
      counts.killed += 1;
      // It's still there if the call didn't come. The next one must not be held.
      await faults("DELETE");
      const stored = await store.records.get(toDefaultKey(conversation));
      if (stored?.record.state === "claimed") counts.unfinished += 1;
      answered = Promise.all([asked, ...others.map(({ activity }) => deliver(activity))]);
      await restart(victim);
    });
    await answered;
  }

  /** Waits until Graph has the call, or the command is answered without it. */
  async function waitUntilUsed(match: string, asked: Promise<void>): Promise<void> {
    const answered = new AbortController();
    void asked.then(() => answered.abort());
    while (
      !answered.signal.aborted &&
      (await faults("GET")).some((fault) => fault.match === match)
    ) {
      await sleep(POLL_MS);
    }
  }

  async function planFault(fault: Fault): Promise<void> {
    await fetch(`${graph.url}/_local/faults`, { method: "POST", body: JSON.stringify(fault) });
  }

  /** The faults that haven't happened yet. DELETE removes them. */
  async function faults(method: "GET" | "DELETE") {
    const response = await fetch(`${graph.url}/_local/faults`, { method });
    return faultsSchema.parse(await response.json());
  }

  return { counts, askWhileKilling };
}
