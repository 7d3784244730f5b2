import { createHmac, hkdfSync, type KeyObject } from "node:crypto";
import { createMemo } from "../async/memo";

const PURPOSE = "rendezvous:ids-in-the-log:1";
const KEY_BYTES = 32;
/** 48 bits: two of 10,000 people share one with a probability of 1 in 5 million. */
const DIGITS = 12;

export type HashId = (id: string) => string;

/**
 * Hashes the ids of people and conversations for the log: the same on all servers of an installation, and worth nothing
 * without its key.
 */
export function createIdHash(sealingKey: KeyObject): HashId {
  const key = Buffer.from(hkdfSync("sha256", sealingKey, "", PURPOSE, KEY_BYTES));
  const remember = createMemo<string>({ maxEntries: 2_000, maxKeyLength: 300 });
  const hash = (id: string) => createHmac("sha256", key).update(id).digest("hex").slice(0, DIGITS);
  return (id) => remember(id, () => hash(id));
}
