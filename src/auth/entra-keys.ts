import { createPublicKey, type KeyObject } from "node:crypto";
import * as z from "zod";
import { createExpiringCache } from "../async/expiring-cache";
import { withDeadline } from "../async/deadline";
import { singleFlight } from "../async/single-flight";
import type { Dependencies } from "../deps";
import { AppError, parseJson } from "../errors";

/** Entra rotates its keys daily, and announces new ones before they are used. */
const KEPT_MS = 24 * 60 * 60_000;
/** A key that isn't known is asked for at most this often, whatever callers send. */
const REFETCH_AFTER_MS = 5 * 60_000;
const TIMEOUT_MS = 5_000;

const keysSchema = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), kty: z.string() })),
});

/** Finds the public key with this id. Throws `entra_unavailable` when the keys can't be fetched. */
export type FindEntraKey = (keyId: string) => Promise<KeyObject | undefined>;

/**
 * The keys that Entra signs the tokens of all tenants with.
 * https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-signature
 */
export function createEntraKeys(
  { loginOrigin }: { loginOrigin: string },
  { fetch, now, sleep }: Pick<Dependencies, "fetch" | "now" | "sleep">,
): FindEntraKey {
  const url = `${loginOrigin}/common/discovery/v2.0/keys`;
  const known = createExpiringCache<ReadonlyMap<string, KeyObject>>({
    maxEntries: 1,
    ttlMs: KEPT_MS,
    now,
  });
  let fetchedAtMs = -Infinity;
  const refetch = singleFlight(async (address: string) => {
    const keys = await withDeadline(TIMEOUT_MS, (signal) => fetchKeys(address, signal), { sleep });
    known.set(url, keys);
    fetchedAtMs = now().getTime();
    return keys;
  });

  return async function findEntraKey(keyId) {
    const key = known.get(url)?.get(keyId);
    const isFresh = now().getTime() - fetchedAtMs < REFETCH_AFTER_MS;
    if (key || (isFresh && known.has(url))) return key;
    try {
      return (await refetch(url)).get(keyId);
    } catch (error) {
      throw new AppError("entra_unavailable", { reason: "no signing keys" }, { cause: error });
    }
  };

  async function fetchKeys(address: string, signal: AbortSignal) {
    const response = await fetch(address, { signal });
    const { keys } = keysSchema.parse(parseJson(await response.text()));
    const rsaKeys = keys.filter(({ kty }) => kty === "RSA");
    return new Map(
      rsaKeys.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: "jwk" })] as const),
    );
  }
}
