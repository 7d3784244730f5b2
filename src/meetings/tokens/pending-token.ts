import { z } from "zod";
import { createTokenCodec, deflatedJson, type TokenCodec, type TokenKeys } from "./token-codec";

/** A command that waits for a sign-in, as JSON. */
export type PendingContent = Record<string, unknown>;

/** Encrypts waiting commands: the store holds no text that people typed. */
export function createPendingToken(keys: TokenKeys): TokenCodec<PendingContent> {
  const schema = z.record(z.string(), z.unknown());
  return createTokenCodec(keys, "rendezvous:waiting-command:1", deflatedJson(schema));
}
