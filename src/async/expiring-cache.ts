import { LRUCache } from "lru-cache";

export interface ExpiringCacheOptions {
  maxEntries: number;
  /** How long an entry is kept; for good, unless given here or to `set`. */
  ttlMs?: number;
  now: () => Date;
}

export interface ExpiringCache<V> {
  get(key: string): V | undefined;
  has(key: string): boolean;
  set(key: string, value: V, ttlMs?: number): void;
  /** Whether there was one. */
  delete(key: string): boolean;
}

/**
 * What a process remembers, on the injected clock: at most `maxEntries`, the least recently used goes first.
 * Takes memory on the first `set`, because lru-cache reserves all its slots at once: about 0.5 MB for 10,000.
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
    set(key, value, ownTtlMs = ttlMs) {
      entries ??= new LRUCache<string, V>({
        max: maxEntries,
        // An entry expires at its exact moment, not at the next tick of lru-cache's own clock.
        ttlResolution: 0,
        perf: { now: () => now().getTime() },
      });
      entries.set(key, value, { ttl: ownTtlMs });
    },
    delete: (key) => entries?.delete(key) ?? false,
  };
}
