import { LRUCache } from "lru-cache";

export interface ExpiringCacheOptions {
  maxEntries: number;
  /** The default for `set`. Entries without a TTL don't expire. */
  ttlMs?: number;
  now: () => Date;
}

export interface ExpiringCache<V> {
  get(key: string): V | undefined;
  has(key: string): boolean;
  set(key: string, value: V, ttlMs?: number): void;
  /** Returns whether there was an entry. */
  delete(key: string): boolean;
}

/**
 * An in-memory LRU cache on the injected clock. Created on the first `set`, because lru-cache allocates all its slots
 * at once: about 0.5 MB for 10,000.
 */
export function createExpiringCache<V extends {}>({
  maxEntries,
  ttlMs,
  now,
}: ExpiringCacheOptions): ExpiringCache<V> {
  let entries: LRUCache<string, V> | undefined;
  return {
    get: (key) => entries?.get(key),
    has: (key) => entries?.has(key) ?? false,
    set(key, value, entryTtlMs = ttlMs) {
      entries ??= new LRUCache<string, V>({
        max: maxEntries,
        // Without it lru-cache reads the clock at most once per millisecond.
        ttlResolution: 0,
        perf: { now: () => now().getTime() },
      });
      entries.set(key, value, { ttl: entryTtlMs });
    },
    delete: (key) => entries?.delete(key) ?? false,
  };
}
