import { randomInt } from "node:crypto";
import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type { Load } from "../processes/load";
import { meetsByOthers } from "../traffic/commands";
import { channel } from "../traffic/conversations";
import type { PopulatedBot } from "./populated-bot";

/** Random conversations of the bot, by number. */
export function chooseConversations({ conversationCount }: PopulatedBot, count: number): number[] {
  return Array.from({ length: count }, () => randomInt(conversationCount));
}

/**
 * Milliseconds per `meet`, one after the other. All are sent once before, unmeasured: then Graph knows the meetings, as it
 * does in reality. Different people ask, because each person's list of meetings grows by what they ask for.
 */
export async function timeCommands(
  load: Load,
  { server }: PopulatedBot,
  numbers: readonly number[],
  serviceUrl: string,
): Promise<number> {
  const bodies = meetsByOthers(numbers.map(channel), serviceUrl);
  const limit = { requests: bodies.length };
  const job = { url: server.url, bodies, tokens: [], minBytes: 0, connections: 1, limit };
  await load.run(job);
  const { latencyMs, failures } = await load.run(job);
  if (failures > 0) throw new Error(`${failures} of ${bodies.length} commands failed.`);
  return latencyMs.p50;
}

/** Milliseconds to read a record and write it back, without the bot. */
export async function timeStore(
  { store: { records } }: PopulatedBot,
  key: MeetingKey,
  numbers: readonly number[],
): Promise<number> {
  const startedAt = performance.now();
  for (const number of numbers) {
    const stored = await records.get({ ...key, threadId: channel(number).threadId });
    if (stored) await records.replace(stored, stored.record);
  }
  return (performance.now() - startedAt) / numbers.length;
}
