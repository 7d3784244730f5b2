import { LRUCache } from "lru-cache";

/**
 * An in-memory LRU cache on the injected clock. Created on the first `set`, because lru-cache allocates all its slots
 * at once: about 0.5 MB for 10,000.
 */
export function createExpiringCache<V extends {}>(options: {
  maxEntries: number;
  /** The default for `set`. Entries without a TTL don't expire. */
  ttlMs?: number;
  now: () => Date;
}) {
  let entries: LRUCache<string, V> | undefined;
  return {
    get: (key: string) => entries?.get(key),
    has: (key: string) => entries?.has(key) ?? false,
    set(key: string, value: V, ttlMs = options.ttlMs) {
      entries ??= new LRUCache<string, V>({
        max: options.maxEntries,
        // Without it lru-cache reads the clock at most once per millisecond.
        ttlResolution: 0,
        perf: { now: () => options.now().getTime() },
      });
      entries.set(key, value, { ttl: ttlMs });
    },
    /** Returns whether there was an entry. */
    delete: (key: string) => entries?.delete(key) ?? false,
  };
}
