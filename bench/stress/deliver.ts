import { setTimeout as sleep } from "node:timers/promises";
import type { Server } from "../processes/server";

const RETRY_MS = 100;

/** @param first the index of the bot to try first */
export type Deliver = (activity: object, first?: number) => Promise<void>;

export interface Deliveries {
  /** Activities that were sent. */
  started: number;
  /** Milliseconds until the response, for each activity that has one. */
  latenciesMs: number[];
  /** Activities whose connection broke, so that they were delivered again. */
  redelivered: number;
  /** Responses other than a 200. */
  failures: number;
}

/**
 * Delivers activities as Teams does: through any bot, and again through another one when the connection breaks.
 *
 * @param bots `undefined` is one that isn't running.
 */
export function createDelivery(bots: readonly (Server | undefined)[]) {
  const deliveries: Deliveries = { started: 0, latenciesMs: [], redelivered: 0, failures: 0 };
  let turn = 0;

  async function deliver(activity: object, first = nextBot()): Promise<void> {
    const body = JSON.stringify(activity);
    const startedAt = performance.now();
    deliveries.started += 1;
    let index = first;
    for (;;) {
      const bot = bots[index];
      const status = bot && (await post(bot.url, body));
      if (status !== undefined) {
        deliveries.latenciesMs.push(performance.now() - startedAt);
        if (status !== 200) deliveries.failures += 1;
        return;
      }
      if (bot) deliveries.redelivered += 1;
      else await sleep(RETRY_MS);
      index = nextBot(index);
    }
  }

  function nextBot(except?: number): number {
    turn = (turn + 1) % bots.length;
    return turn === except ? nextBot() : turn;
  }

  return { deliveries, deliver };
}

/** Returns the status, or `undefined` when the connection breaks. */
async function post(url: string, body: string): Promise<number | undefined> {
  try {
    const response = await fetch(`${url}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return undefined;
  }
}
