import { LRUCache } from "lru-cache";

/**
 * Remembers the results of a pure function, the most recently used ones. The key names everything that a result depends
 * on. Results are shared, so no caller may change one. `undefined` isn't remembered.
 *
 * @param options Results with a longer key than `maxKeyLength` aren't kept: their keys hold what clients sent.
 */
export function createMemo<V extends {}>({
  maxEntries,
  maxKeyLength,
}: {
  maxEntries: number;
  maxKeyLength: number;
}): <Result extends V | undefined>(key: string, create: () => Result) => V | Result {
  const results = new LRUCache<string, V>({ max: maxEntries });
  return (key, create) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = create();
    if (result !== undefined && key.length <= maxKeyLength) results.set(key, result);
    return result;
  };
}

/** For a result that others get too. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
