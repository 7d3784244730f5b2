import { LRUCache } from "lru-cache";

/**
 * An in-memory LRU cache on the injected clock. Created on the first `set`, because lru-cache allocates all its slots
 * at once: about 0.5 MB for 10,000.
 *
 * @param options `ttlMs` is the default for `set`. Entries without a TTL don't expire.
 */
export function createExpiringCache<V extends {}>({
  maxEntries,
  ttlMs,
  now,
}: {
  maxEntries: number;
  ttlMs?: number;
  now: () => Date;
}) {
  let entries: LRUCache<string, V> | undefined;
  return {
    get: (key: string) => entries?.get(key),
    has: (key: string) => entries?.has(key) ?? false,
    set(key: string, value: V, entryTtlMs = ttlMs) {
      entries ??= new LRUCache<string, V>({
        max: maxEntries,
        // Without it lru-cache reads the clock at most once per millisecond.
        ttlResolution: 0,
        perf: { now: () => now().getTime() },
      });
      entries.set(key, value, { ttl: entryTtlMs });
    },
    /** Returns whether there was an entry. */
    delete: (key: string) => entries?.delete(key) ?? false,
  };
}
