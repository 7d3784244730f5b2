import { z } from "zod";
import { createSealer, type Sealer, type SealingKeys } from "./sealer";

/** What waits, as its bearer has it; JSON. */
export type WaitingContent = Record<string, unknown>;

export type WaitingSealer = Sealer<WaitingContent>;

/** Seals what people asked for, so that their words lie readable nowhere. */
export function createWaitingSealer(keys: SealingKeys): WaitingSealer {
  const schema = z.record(z.string(), z.unknown());
  return createSealer<WaitingContent>(keys, "rendezvous:waiting-command:1", schema, {
    isDeflated: true,
  });
}
