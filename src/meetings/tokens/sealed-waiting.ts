import { z } from "zod";
import { createSealer, type Sealer, type SealingKeys } from "./sealer";

/** What waits, as its bearer has it; JSON. */
export type PendingContent = Record<string, unknown>;

export type WaitingSealer = Sealer<PendingContent>;

/** Seals what people asked for, so that their words lie readable nowhere. */
export function createWaitingSealer(keys: SealingKeys): WaitingSealer {
  const schema = z.record(z.string(), z.unknown());
  return createSealer<PendingContent>(keys, "rendezvous:waiting-command:1", schema, {
    isDeflated: true,
  });
}
